package io.mathscale.generator.export.card;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What the exported rows have, counted.
 *
 * @param origins rows by origin
 * @param models rows by model
 * @param datasets rows by data set of a seed
 * @param licenses rows by licence, where they have one
 * @param languages rows by language, where refining found one
 * @param flags rows by what the quality rules flagged
 * @param topicCount distinct topics
 * @param pointCount distinct knowledge points
 * @param topics the most frequent topics
 * @param points the most frequent knowledge points of the most frequent topics
 * @param question lengths of the questions
 * @param solution lengths of the solutions
 */
public record RowFacts(
    List<RowCount> origins,
    List<RowCount> models,
    List<RowCount> datasets,
    List<RowCount> licenses,
    List<RowCount> languages,
    List<RowCount> flags,
    long topicCount,
    long pointCount,
    List<RowCount> topics,
    List<TopicPoint> points,
    Lengths question,
    Lengths solution) {
  /** So many topics are listed. */
  private static final int TOPICS = 40;

  /** So many topics are drawn with their knowledge points. */
  private static final int TOPICS_DRAWN = 24;

  /** So many knowledge points of each. */
  private static final int POINTS_DRAWN = 12;

  private static final List<String> LABELS =
      List.of("origin", "model", "dataset", "license", "language");

  /** Counts rows, of which there is one at least. */
  public static RowFacts of(Dataset<Row> rows) {
    List<List<RowCount>> labels = labels(rows);
    List<LengthCount> lengths = lengths(rows);
    Dataset<RowCount> topics = counted(rows.select(explode(col("topics")).as("name")));
    List<RowCount> frequent = first(topics, TOPICS);
    return new RowFacts(
        labels.get(0),
        labels.get(1),
        labels.get(2),
        labels.get(3),
        labels.get(4),
        first(counted(rows.select(explode(col("quality.flags")).as("name"))), TOPICS),
        topics.count(),
        rows.select(explode(col("knowledgePoints"))).distinct().count(),
        frequent,
        points(rows, frequent),
        Lengths.of("question", lengths),
        Lengths.of("solution", lengths));
  }

  /** All labels in one pass: few combinations of them occur. */
  private static List<List<RowCount>> labels(Dataset<Row> rows) {
    List<Map<String, Long>> sums = new ArrayList<>();
    LABELS.forEach(label -> sums.add(new TreeMap<>()));
    Dataset<Row> combinations =
        rows.select(
                col("origin"),
                col("model"),
                col("dataset"),
                col("license"),
                col("quality.language").as("language"))
            .groupBy("origin", "model", "dataset", "license", "language")
            .count();
    for (Row combination : combinations.collectAsList()) {
      for (int i = 0; i < LABELS.size(); i++) {
        if (!combination.getString(i).isEmpty()) {
          sums.get(i).merge(combination.getString(i), combination.getLong(LABELS.size()), Long::sum);
        }
      }
    }

    return sums.stream().map(RowFacts::sorted).toList();
  }

  private static List<RowCount> sorted(Map<String, Long> sums) {
    return sums.entrySet().stream()
        .map(entry -> new RowCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong((RowCount each) -> -each.rows()).thenComparing(RowCount::name))
        .toList();
  }

  private static List<LengthCount> lengths(Dataset<Row> rows) {
    return lengths(rows, "question")
        .union(lengths(rows, "solution"))
        .groupBy("text", "chars")
        .agg(count(lit(1)).as("rows"))
        .as(LengthCount.ENCODER)
        .collectAsList();
  }

  private static Dataset<Row> lengths(Dataset<Row> rows, String text) {
    return rows.select(lit(text).as("text"), length(col(text)).as("chars"));
  }

  private static Dataset<RowCount> counted(Dataset<Row> names) {
    return names.groupBy("name").agg(count(lit(1)).as("rows")).as(RowCount.ENCODER);
  }

  private static List<RowCount> first(Dataset<RowCount> counts, int most) {
    return counts.orderBy(col("rows").desc(), col("name")).limit(most).collectAsList();
  }

  private static List<TopicPoint> points(Dataset<Row> rows, List<RowCount> topics) {
    Object[] drawn = topics.stream().limit(TOPICS_DRAWN).map(RowCount::name).toArray();
    Column rank =
        row_number()
            .over(Window.partitionBy("topic").orderBy(col("rows").desc(), col("point")));
    return rows.select(explode(col("topics")).as("topic"), col("knowledgePoints"))
        .where(col("topic").isin(drawn))
        .select(col("topic"), explode(col("knowledgePoints")).as("point"))
        .groupBy("topic", "point")
        .agg(count(lit(1)).as("rows"))
        .withColumn("rank", rank)
        .where(col("rank").leq(POINTS_DRAWN))
        .orderBy(col("topic"), col("rank"))
        .as(TopicPoint.ENCODER)
        .collectAsList();
  }
}
