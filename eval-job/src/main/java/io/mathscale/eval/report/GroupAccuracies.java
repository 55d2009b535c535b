package io.mathscale.eval.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How models do by level and subject of the problems, and by length of their answers. */
final class GroupAccuracies {
  /** Upper ends of the kinds of length, in characters. */
  private static final int[] LENGTHS = {250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000};

  /** More kinds of one property are no kinds. */
  private static final int MOST_KINDS = 60;

  private GroupAccuracies() {}

  /**
   * Counts the answers of each kind.
   *
   * @param graded rows that have grades
   * @param benchmark tells levels and subjects; may be empty
   */
  static List<GroupAccuracy> of(
      Dataset<GradedRow> graded, Dataset<Problem> benchmark, GraderName grader) {
    Dataset<Row> problems = benchmark.select("id", "dataset", "level", "subject").distinct();
    // One pass: lengths, levels and subjects meet in few combinations.
    Dataset<Row> counts =
        graded
            .withColumn("isRight", GradedRows.isRight(grader).cast("long"))
            .withColumn("length", lengthKind())
            .join(broadcast(problems), new String[] {"id", "dataset"}, "left")
            .groupBy(
                col("model"),
                col("length"),
                coalesce(col("level"), lit("")).as("level"),
                coalesce(col("subject"), lit("")).as("subject"))
            .agg(count(lit(1)).as("rows"), sum("isRight").as("right"));
    List<GroupAccuracy> all = new ArrayList<>();
    List<Row> collected = counts.collectAsList();
    for (String property : List.of("level", "subject", "length")) {
      all.addAll(summed(collected, property));
    }

    return all;
  }

  private static Column lengthKind() {
    Column kind = lit(LENGTHS.length);
    for (int i = LENGTHS.length - 1; i >= 0; i--) {
      kind = when(col("length").leq(LENGTHS[i]), i).otherwise(kind);
    }

    return kind;
  }

  private static List<GroupAccuracy> summed(List<Row> counts, String property) {
    Map<List<String>, GroupAccuracy> sums = new LinkedHashMap<>();
    for (Row row : counts) {
      String model = row.getString(row.fieldIndex("model"));
      Object value = row.get(row.fieldIndex(property));
      int position = value instanceof Integer number ? number : 0;
      String kind = value instanceof Integer ? lengthName(position) : (String) value;
      if (!kind.isEmpty()) {
        sums.merge(
            List.of(model, kind),
            new GroupAccuracy(
                model,
                property,
                kind,
                position,
                row.getLong(row.fieldIndex("rows")),
                row.getLong(row.fieldIndex("right"))),
            GroupAccuracies::added);
      }
    }

    boolean areKinds =
        sums.values().stream().map(GroupAccuracy::kind).distinct().count() <= MOST_KINDS;
    return areKinds ? List.copyOf(sums.values()) : List.of();
  }

  private static GroupAccuracy added(GroupAccuracy one, GroupAccuracy other) {
    return new GroupAccuracy(
        one.model(),
        one.property(),
        one.kind(),
        one.position(),
        one.rows() + other.rows(),
        one.right() + other.right());
  }

  /** The name of the kind that a text of so many characters is of. */
  static String lengthKind(int characters) {
    int position = 0;
    while (position < LENGTHS.length && characters > LENGTHS[position]) {
      position++;
    }

    return lengthName(position);
  }

  private static String lengthName(int position) {
    return position == LENGTHS.length
        ? String.format(Locale.ROOT, "more than %,d", LENGTHS[position - 1])
        : String.format(Locale.ROOT, "up to %,d", LENGTHS[position]);
  }
}
