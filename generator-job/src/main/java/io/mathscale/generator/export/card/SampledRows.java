package io.mathscale.generator.export.card;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Rows for people to read, drawn by the seed: of each origin, and rejected ones of each reason. */
final class SampledRows {
  /** So many rows are shown. */
  private static final int SHOWN = 200;

  /** So many of them are rejected ones, where there are. */
  private static final int REJECTED_SHOWN = 60;

  /** So many are seeds, where there are. */
  private static final int SEEDS_SHOWN = 30;

  /** So much of a text is shown, in characters. */
  private static final int MOST_CHARS = 6_000;

  private SampledRows() {}

  /** The rows, those of the training data first. */
  static List<SampledRow> of(Dataset<Row> rows, List<RejectedRows.Reason> reasons, long seed) {
    List<SampledRow> rejected = rejected(reasons);
    List<SampledRow> candidates = candidates(rows, seed);
    List<SampledRow> shown = new ArrayList<>();
    int wanted = SHOWN - rejected.size();
    candidates.stream()
        .filter(row -> row.origin().equals("seed"))
        .limit(SEEDS_SHOWN)
        .forEach(shown::add);
    candidates.stream()
        .filter(row -> !shown.contains(row))
        .limit(wanted - shown.size())
        .toList()
        .forEach(shown::add);
    shown.addAll(rejected);
    return shown;
  }

  private static List<SampledRow> candidates(Dataset<Row> rows, long seed) {
    return rows.withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("origin")
                        .orderBy(xxhash64(lit(seed), lit("sample"), col("id")), col("id"))))
        .where(col("rank").leq(SHOWN))
        .orderBy("origin", "rank")
        .select(
            col("id"),
            col("origin"),
            lit("").as("reason"),
            col("topics"),
            col("knowledgePoints").as("points"),
            substring(col("question"), 1, MOST_CHARS).as("question"),
            substring(col("solution"), 1, MOST_CHARS).as("solution"),
            col("answer"),
            col("model"),
            lit("").as("detail"))
        .as(SampledRow.ENCODER)
        .collectAsList();
  }

  /** One of each reason, then a second, until there are enough. */
  private static List<SampledRow> rejected(List<RejectedRows.Reason> reasons) {
    List<SampledRow> shown = new ArrayList<>();
    for (int rank = 0; rank < RejectedRows.MOST && shown.size() < REJECTED_SHOWN; rank++) {
      for (RejectedRows.Reason reason : reasons) {
        if (rank < reason.examples().size() && shown.size() < REJECTED_SHOWN) {
          shown.add(sampled(reason.examples().get(rank)));
        }
      }
    }

    return shown;
  }

  private static SampledRow sampled(RejectedExample row) {
    return new SampledRow(
        row.id(),
        row.origin(),
        row.stage() + " " + row.reason(),
        List.of(),
        List.of(),
        row.content(),
        "",
        "",
        "",
        row.detail());
  }
}
