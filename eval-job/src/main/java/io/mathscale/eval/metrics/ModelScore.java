package io.mathscale.eval.metrics;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.identity.StableRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a model does on a benchmark by one grader and one average.
 *
 * <p>Subjects of a data set, such as those of MATH and CollegeMath, are added up, so that they
 * weigh by their size.
 *
 * @param model the model
 * @param average which rows and data sets count
 * @param grader whose word counts
 * @param datasets the data sets that count, by key, in the order of the average
 * @param subsets the subjects of those that have subjects, by {@code data_topic}
 * @param others data sets that have answers and do not count, by key
 */
public record ModelScore(
    String model,
    Average average,
    GraderName grader,
    Map<String, SetScore> datasets,
    Map<String, SetScore> subsets,
    Map<String, SetScore> others) {

  /** The score that comes of a model's topics by an average of MWPBench. */
  public static ModelScore of(
      String model, Average average, GraderName grader, List<TopicScore> topics) {
    return of(model, average, Averages.MWPBENCH, grader, topics);
  }

  /**
   * The score that comes of a model's topics.
   *
   * @param averages all averages, whose data sets may have subjects
   */
  public static ModelScore of(
      String model,
      Average average,
      Averages averages,
      GraderName grader,
      List<TopicScore> topics) {
    Map<String, SetScore> sets = new LinkedHashMap<>();
    Map<String, SetScore> others = new TreeMap<>();
    Map<String, SetScore> subsets = new TreeMap<>();
    for (String key : average.datasets()) {
      sets.put(key, SetScore.NONE);
    }

    for (TopicScore topic : topics) {
      SetScore counted = topic.counted(average.isCapped());
      String key = average.key(topic.topic()).orElseGet(() -> averages.key(topic.topic()));
      boolean isCounted = average.counts(topic.topic());
      (isCounted ? sets : others).merge(key, counted, SetScore::plus);
      if (isCounted && !key.equals(topic.topic())) {
        subsets.put(topic.topic(), counted);
      }
    }

    sets.values().removeIf(score -> !score.hasProblems());
    others.values().removeIf(score -> !score.hasProblems());
    return new ModelScore(model, average, grader, sets, subsets, others);
  }

  /** All that counts, added up. */
  public SetScore total() {
    return datasets.values().stream().reduce(SetScore.NONE, SetScore::plus);
  }

  /** Share of right answers among all that count; empty where nothing that counts was graded. */
  public OptionalDouble micro() {
    Tally tally = total().tally();
    return tally.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(tally.accuracy());
  }

  /** Plain mean of the accuracies of the data sets that count and have graded answers. */
  public OptionalDouble macro() {
    return datasets.values().stream()
        .map(SetScore::tally)
        .filter(tally -> !tally.isEmpty())
        .mapToDouble(Tally::accuracy)
        .average();
  }

  /**
   * Where the averages lie with a confidence of 95 %; empty where there are none.
   *
   * @param seed what the draws are a function of, with model, average and grader
   */
  public Optional<Bootstrap> bootstrap(long seed) {
    List<Tally> tallies =
        datasets.values().stream().map(SetScore::tally).filter(tally -> !tally.isEmpty()).toList();
    return tallies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Bootstrap.of(tallies, StableRandom.of(seed, "bootstrap", model, average, grader)));
  }

  /** Data sets that count and have graded answers. */
  public long gradedSets() {
    return datasets.values().stream().filter(score -> !score.tally().isEmpty()).count();
  }

  /**
   * Data sets that this average is made for: 10 or 9 of MWPBench, or those of the group; of a
   * benchmark that has nothing of MWPBench, its own.
   */
  public int publishedSets() {
    boolean isElsewhere =
        average.isOpen() && average.datasets().stream().noneMatch(datasets::containsKey);
    return isElsewhere ? datasets.size() : average.datasets().size();
  }

  /** Whether it is over the same data sets of MWPBench as published averages. */
  public boolean isComparable() {
    return average.isPublished()
        && average.datasets().stream()
            .allMatch(key -> !datasets.getOrDefault(key, SetScore.NONE).tally().isEmpty());
  }
}
