package io.mathscale.generator.overview;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.examples.ExampleSeeds;
import io.mathscale.generator.seeds.SeedFile;
import io.mathscale.generator.seeds.SeedInput;
import io.mathscale.generator.seeds.SeedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Looks at seeds file by file. */
final class FileOverviews {
  /** So many seeds of a file are shown. */
  private static final int SHOWN = 3;

  /** Accuracy of percentiles: exact for all but the largest files. */
  private static final int ACCURACY = 100_000;

  private FileOverviews() {}

  /** The files, in the order of their paths. */
  static List<FileOverview> of(SeedInput input, ExampleSeeds examples) {
    Dataset<SeedRow> seeds = input.rows().where(col("seed").isNotNull());
    Map<String, Row> measured = new HashMap<>();
    for (Row row : measured(seeds, examples).collectAsList()) {
      measured.put(row.getAs("file"), row);
    }

    Map<String, List<SeedQuestion>> first = first(seeds);
    List<FileOverview> files = new ArrayList<>();
    for (SeedFile file : input.files()) {
      Row row = measured.get(file.path());
      files.add(
          new FileOverview(
              file.path(),
              file.layouts(),
              file.rows(),
              file.seeds(),
              row == null ? 0 : row.<Long>getAs("worked"),
              file.withOtherAnswers(),
              file.rejections(),
              lengths(row, "question"),
              lengths(row, "answer"),
              lengths(row, "solution"),
              first.getOrDefault(file.path(), List.of())));
    }

    return files;
  }

  private static Dataset<Row> measured(Dataset<SeedRow> seeds, ExampleSeeds examples) {
    return seeds
        .select("file", "seed.question", "seed.answer", "seed.solution")
        .groupBy("file")
        .agg(
            count_if(examples.isWorked()).as("worked"),
            lengths("question"),
            lengths("answer"),
            lengths("solution"));
  }

  private static Column lengths(String text) {
    Column length = when(col(text).notEqual(""), length(col(text)).cast("long"));
    return struct(
            count(length).as("texts"),
            min(length).as("shortest"),
            percentile_approx(length, array(lit(0.5), lit(0.95)), lit(ACCURACY)).as("middle"),
            max(length).as("longest"))
        .as(text);
  }

  private static TextLengths lengths(Row row, String text) {
    Row lengths = row == null ? null : row.getAs(text);
    if (lengths == null || lengths.<Long>getAs("texts") == 0) {
      return new TextLengths(0, 0, 0, 0, 0);
    }

    List<Long> middle = lengths.getList(lengths.fieldIndex("middle"));
    return new TextLengths(
        lengths.<Long>getAs("texts"),
        lengths.<Long>getAs("shortest"),
        middle.get(0),
        middle.get(1),
        lengths.<Long>getAs("longest"));
  }

  private static Map<String, List<SeedQuestion>> first(Dataset<SeedRow> seeds) {
    WindowSpec inFile = Window.partitionBy("file").orderBy("row");
    Map<String, List<SeedQuestion>> first = new HashMap<>();
    List<SeedRow> rows =
        seeds
            .withColumn("place", row_number().over(inFile))
            .where(col("place").leq(SHOWN))
            .drop("place")
            .orderBy("file", "row")
            .as(SeedRow.ENCODER)
            .collectAsList();
    rows.forEach(
        row -> first.computeIfAbsent(row.file(), file -> new ArrayList<>()).add(row.seed()));
    return first;
  }
}
