package io.mathscale.generator.export.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the exported rows have, counted in two passes without a shuffle.
 *
 * @param origins rows by origin
 * @param models rows by model
 * @param datasets rows by data set of a seed
 * @param licenses rows by licence, where they have one
 * @param languages rows by language, where refining found one
 * @param passRates rows by pass rate, the most difficult first, where it is known
 * @param agreed rows whose answer fresh solutions agreed to
 * @param flags rows by what the quality rules flagged
 * @param topicCount distinct topics
 * @param pointCount distinct knowledge points
 * @param topics the most frequent topics
 * @param points the most frequent knowledge points of the most frequent topics
 * @param question lengths of the questions
 * @param solution lengths of the solutions
 * @param generated generated rows that may be shown
 * @param seeds seeds that may be shown
 */
public record RowFacts(
    List<RowCount> origins,
    List<RowCount> models,
    List<RowCount> datasets,
    List<RowCount> licenses,
    List<RowCount> languages,
    List<RowCount> passRates,
    long agreed,
    List<RowCount> flags,
    long topicCount,
    long pointCount,
    List<RowCount> topics,
    List<TopicPoint> points,
    Lengths question,
    Lengths solution,
    List<SampledRow> generated,
    List<SampledRow> seeds) {
  /** So many topics are listed. */
  private static final int TOPICS = 40;

  /** So many topics are drawn with their knowledge points. */
  private static final int TOPICS_DRAWN = 24;

  /** So many knowledge points of each. */
  private static final int POINTS_DRAWN = 12;

  /** Counts rows, of which there is one at least. */
  public static RowFacts of(Dataset<Row> rows, long seed) {
    RowTally tally =
        rows.select(RowTally.columns())
            .toJavaRDD()
            .mapPartitions(new TallyRows(seed))
            .treeReduce(RowTally::plus);
    List<RowCount> topics = tally.topics();
    return new RowFacts(
        tally.origins(),
        tally.models(),
        tally.datasets(),
        tally.licenses(),
        tally.languages(),
        tally.passRates(),
        tally.agreed(),
        tally.flags(),
        topics.size(),
        tally.pointCount(),
        topics.stream().limit(TOPICS).toList(),
        points(rows, topics),
        Lengths.of("question", tally.questionLengths()),
        Lengths.of("solution", tally.solutionLengths()),
        tally.drawn("generated"),
        tally.drawn("seed"));
  }

  private static List<TopicPoint> points(Dataset<Row> rows, List<RowCount> topics) {
    List<String> drawn = topics.stream().limit(TOPICS_DRAWN).map(RowCount::name).toList();
    Map<String, Map<String, Long>> counts =
        rows.select("topics", "knowledgePoints")
            .toJavaRDD()
            .mapPartitions(new TallyPoints(drawn.stream().collect(Collectors.toSet())))
            .treeReduce(TallyPoints::sum);
    List<TopicPoint> points = new ArrayList<>();
    for (String topic : drawn) {
      RowCount.sorted(counts.getOrDefault(topic, Map.of())).stream()
          .limit(POINTS_DRAWN)
          .map(point -> new TopicPoint(topic, point.name(), point.rows()))
          .forEach(points::add);
    }

    return points;
  }
}
