package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.Problem;
import io.mathscale.core.spark.Cached;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Averages;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.TopicScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The scores of models, out of the counts of their problems. */
public final class ModelScores {
  private final List<ProblemCount> counts;
  private final List<MajorityCount> majorities;
  private final Averages averages;

  ModelScores(List<ProblemCount> counts, List<MajorityCount> majorities, Averages averages) {
    this.averages = averages;
    this.counts = List.copyOf(counts);
    this.majorities = List.copyOf(majorities);
  }

  /**
   * Counts what came of the problems.
   *
   * @param graded rows that have grades, each sample once
   * @param benchmark the benchmark; may be empty
   * @param cap so many problems of each data set are the first ones
   * @param groups data sets by the name of the average that is made of them
   * @param seed what subsets of many samples are drawn with
   */
  public static ModelScores of(
      Dataset<GradedRow> graded,
      Dataset<Problem> benchmark,
      long cap,
      Map<String, List<String>> groups,
      long seed) {
    try (Cached<Row> problems = Cached.of(ProblemCounts.problems(graded, benchmark, cap))) {
      List<ProblemCount> counts = ProblemCounts.of(problems.rows()).collectAsList();
      boolean hasSamples = counts.stream().anyMatch(count -> count.samples() > 1);
      List<MajorityCount> majorities =
          hasSamples ? MajorityCounts.of(graded, problems.rows(), seed).collectAsList() : List.of();
      return new ModelScores(counts, majorities, Averages.of(groups));
    }
  }

  /** The models that were graded, in alphabetical order. */
  public Set<String> models() {
    Set<String> models = new TreeSet<>();
    counts.forEach(count -> models.add(count.model()));
    models.remove("");
    return models;
  }

  /** The {@code data_topic}s that have graded answers. */
  private Set<String> topics() {
    Set<String> topics = new TreeSet<>();
    counts.stream()
        .filter(count -> !count.model().isEmpty())
        .forEach(count -> topics.add(count.dataset()));
    return topics;
  }

  /**
   * Graded answers to problems that the benchmark does not have, by {@code data_topic}; none where
   * there is no benchmark.
   */
  public SortedMap<String, Long> unknown() {
    SortedMap<String, Long> unknown = new TreeMap<>();
    if (counts.stream().anyMatch(ProblemCount::isKnown)) {
      counts.stream()
          .filter(count -> !count.isKnown())
          .forEach(
              count ->
                  unknown.merge(count.dataset(), count.samples() * count.problems(), Long::sum));
    }

    return unknown;
  }

  /** All averages of the benchmark. */
  public Averages averages() {
    return averages;
  }

  /** The average of a name, or that over all rows where it counts nothing that was graded. */
  public Average average(String name) {
    return averages.named(name, topics());
  }

  /**
   * The score of a model.
   *
   * @param model one of {@link #models}
   * @param average which rows and data sets count
   * @param grader whose word counts
   */
  public ModelScore of(String model, Average average, GraderName grader) {
    return ModelScore.of(model, average, averages, grader, topics(model, grader));
  }

  private List<TopicScore> topics(String model, GraderName grader) {
    TreeMap<String, TopicScore> topics = new TreeMap<>();
    for (MajorityCount count : majorities) {
      if (count.model().equals(model)) {
        SetScore score = new SetScore(count.tally(grader), 0);
        add(topics, count.dataset(), count.isFirst(), score);
      }
    }

    for (ProblemCount count : counts) {
      SetScore score;
      if (count.model().equals(model)) {
        // An answered problem of the benchmark is one that is not missing.
        score = new SetScore(count.tally(grader), count.isKnown() ? -count.problems() : 0);
      } else if (count.model().isEmpty()) {
        score = new SetScore(SetScore.NONE.tally(), count.problems());
      } else {
        continue;
      }

      add(topics, count.dataset(), count.isFirst(), score);
    }

    return new ArrayList<>(topics.values());
  }

  private static void add(
      Map<String, TopicScore> topics, String topic, boolean isFirst, SetScore score) {
    TopicScore added =
        isFirst
            ? new TopicScore(topic, score, SetScore.NONE)
            : new TopicScore(topic, SetScore.NONE, score);
    topics.merge(topic, added, ModelScores::sum);
  }

  private static TopicScore sum(TopicScore one, TopicScore other) {
    return new TopicScore(
        one.topic(), one.first().plus(other.first()), one.rest().plus(other.rest()));
  }
}
