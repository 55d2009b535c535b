package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.SourceRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells, file by file, what became of rows. */
final class SeedFiles {
  private SeedFiles() {}

  /**
   * What was read out of each file, in the order of their paths; files without rows too.
   *
   * @param source the files
   * @param rows their rows
   */
  static List<SeedFile> of(SourceRows source, Dataset<SeedRow> rows) {
    Map<String, Tally> tallies = new TreeMap<>();
    source.files().forEach(file -> tallies.put(file, new Tally()));
    List<Rejected> examples = new ArrayList<>();
    for (Row counted : counted(rows)) {
      Tally tally = tallies.computeIfAbsent(counted.getAs("file"), file -> new Tally());
      tally.add(counted);
      Row first = counted.getAs("first");
      if (first.getAs("rejected") != null) {
        examples.add(rejected(first.getAs("rejected")));
        tally.addExample(first.<Long>getAs("row"), examples.size() - 1);
      }
    }

    List<Rejected> placed =
        source
            .withLineNumbers(rows.sparkSession().createDataset(examples, Rejected.ENCODER))
            .collectAsList();
    List<SeedFile> files = new ArrayList<>();
    tallies.forEach((path, tally) -> files.add(tally.file(path, placed)));
    return files;
  }

  private static List<Row> counted(Dataset<SeedRow> rows) {
    return rows.groupBy(
            col("file"),
            col("layout"),
            col("fields"),
            coalesce(col("rejected.reason"), lit("")).as("reason"))
        .agg(
            count(lit(1)).as("rows"),
            count_if(col("seed.solution").notEqual("")).as("withSolution"),
            count_if(size(col("seed.otherAnswers")).gt(0)).as("withOtherAnswers"),
            min(struct(col("row"), col("rejected"))).as("first"))
        // Few rows: one task sorts them, without a job before that takes samples.
        .coalesce(1)
        .sortWithinPartitions("file", "layout", "fields", "reason")
        .collectAsList();
  }

  private static Rejected rejected(Row row) {
    return new Rejected(
        row.getAs("id"),
        row.getAs("stage"),
        RejectionReason.valueOf(row.getAs("reason")),
        row.getAs("detail"),
        row.getAs("origin"),
        row.getAs("content"));
  }

  /** What was counted of one file. */
  private static final class Tally {
    private final Map<String, List<SeedFile.LayoutUse>> uses = new HashMap<>();
    private final Map<RejectionReason, Integer> examples = new TreeMap<>();
    private final Map<RejectionReason, Long> firstRows = new TreeMap<>();
    private final Map<RejectionReason, Long> rejections = new TreeMap<>();
    private RejectionReason last;

    void add(Row counted) {
      String reason = counted.getAs("reason");
      String layout = counted.getAs("layout");
      long rows = counted.<Long>getAs("rows");
      if (!reason.isEmpty()) {
        last = RejectionReason.valueOf(reason);
        rejections.merge(last, rows, Long::sum);
      }

      if (!layout.isEmpty()) {
        uses.computeIfAbsent(layout, name -> new ArrayList<>())
            .add(
                new SeedFile.LayoutUse(
                    layout,
                    counted.getAs("fields"),
                    rows,
                    reason.isEmpty() ? rows : 0,
                    counted.<Long>getAs("withSolution"),
                    counted.<Long>getAs("withOtherAnswers")));
      }
    }

    /** The first of the rows that were added last, and its place among the examples. */
    void addExample(long row, int place) {
      if (row < firstRows.getOrDefault(last, Long.MAX_VALUE)) {
        firstRows.put(last, row);
        examples.put(last, place);
      }
    }

    SeedFile file(String path, List<Rejected> placed) {
      List<SeedFile.LayoutUse> layouts =
          uses.values().stream()
              .map(Tally::joined)
              .sorted(Comparator.comparing(SeedFile.LayoutUse::rows).reversed())
              .toList();
      List<SeedFile.Rejection> causes =
          rejections.entrySet().stream()
              .map(cause -> rejection(path, cause.getKey(), cause.getValue(), placed))
              .sorted(Comparator.comparing(SeedFile.Rejection::rows).reversed())
              .toList();
      return new SeedFile(path, layouts, causes);
    }

    private SeedFile.Rejection rejection(
        String path, RejectionReason reason, long rows, List<Rejected> placed) {
      Rejected first = placed.get(examples.get(reason));
      String place = firstRows.get(reason) == 0 ? "" : first.origin().substring(path.length() + 2);
      return new SeedFile.Rejection(
          reason, rows, place.isEmpty() ? first.detail() : place + ": " + first.detail());
    }

    private static SeedFile.LayoutUse joined(List<SeedFile.LayoutUse> uses) {
      List<SeedFile.LayoutUse> mostFirst =
          uses.stream().sorted(Comparator.comparing(SeedFile.LayoutUse::seeds).reversed()).toList();
      return new SeedFile.LayoutUse(
          mostFirst.get(0).layout(),
          fields(mostFirst),
          uses.stream().mapToLong(SeedFile.LayoutUse::rows).sum(),
          uses.stream().mapToLong(SeedFile.LayoutUse::seeds).sum(),
          uses.stream().mapToLong(SeedFile.LayoutUse::withSolution).sum(),
          uses.stream().mapToLong(SeedFile.LayoutUse::withOtherAnswers).sum());
    }

    /** The fields of all rows; of rejected ones only where there are no others. */
    private static String fields(List<SeedFile.LayoutUse> mostFirst) {
      Map<String, Set<String>> paths = new HashMap<>();
      for (SeedFile.LayoutUse use : mostFirst) {
        boolean counts = use.seeds() > 0 || mostFirst.get(0).seeds() == 0;
        for (String field : counts ? use.fields().split(", ") : new String[0]) {
          String[] parts = field.split("=", 2);
          if (parts.length == 2) {
            paths.computeIfAbsent(parts[0], name -> new LinkedHashSet<>()).add(parts[1]);
          }
        }
      }

      return SeedReader.FIELDS.stream()
          .filter(paths::containsKey)
          .map(name -> name + "=" + String.join(" or ", paths.get(name)))
          .collect(Collectors.joining(", "));
    }
  }
}
