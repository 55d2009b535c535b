package io.mathscale.eval.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Counts of problems by how their answers were graded: the state that accuracies are computed from.
 * Tallies of two parts of a data set add up to the tally of both.
 *
 * @param problems number of problems by how many of their answers are right
 * @param majorities number of problems whose vote of k answers is right, in billionths, by k; empty
 *     where there is one answer each
 * @param undecided answers of which the grader cannot tell; they are among those not right
 * @param truncated answers that were truncated at the token limit; graded as they stand
 */
public record Tally(
    SortedMap<SampleCounts, Long> problems,
    SortedMap<Integer, Long> majorities,
    long undecided,
    long truncated) {
  /** Parts of a problem that votes are counted in: sums are the same in any order. */
  private static final double BILLION = 1e9;

  /** Nothing was graded. */
  public static final Tally NONE = new Tally(new TreeMap<>(), new TreeMap<>(), 0, 0);

  /** Keeps copies of the counts. */
  public Tally {
    problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
    majorities = Collections.unmodifiableSortedMap(new TreeMap<>(majorities));
  }

  /**
   * Problems whose answers were graded alike.
   *
   * @param counts answers to each problem, and right ones among them
   * @param problems number of problems
   * @param undecided answers, over all of them, of which the grader cannot tell
   * @param truncated answers, over all of them, that were truncated
   */
  public static Tally of(SampleCounts counts, long problems, long undecided, long truncated) {
    return new Tally(
        new TreeMap<>(Map.of(counts, problems)), new TreeMap<>(), undecided, truncated);
  }

  /** Problems with one answer each, all of them decided. */
  public static Tally of(long rows, long right) {
    TreeMap<SampleCounts, Long> problems = new TreeMap<>();
    problems.put(new SampleCounts(1, 1), right);
    problems.put(new SampleCounts(1, 0), rows - right);
    problems.values().removeIf(count -> count == 0);
    return new Tally(problems, new TreeMap<>(), 0, 0);
  }

  /**
   * Problems whose vote of k answers is right.
   *
   * @param k number of answers that vote
   * @param right problems, in billionths, as {@link #billionths} gives them
   */
  public static Tally ofMajority(int k, long right) {
    return new Tally(new TreeMap<>(), new TreeMap<>(Map.of(k, right)), 0, 0);
  }

  /** The chance that a vote is right, from 0 to 1, in billionths of a problem. */
  public static long billionths(double chance) {
    return Math.round(chance * BILLION);
  }

  /** The tally of both. */
  public Tally plus(Tally other) {
    return new Tally(
        sum(problems, other.problems),
        sum(majorities, other.majorities),
        undecided + other.undecided,
        truncated + other.truncated);
  }

  private static <K extends Comparable<K>> SortedMap<K, Long> sum(
      SortedMap<K, Long> one, SortedMap<K, Long> other) {
    SortedMap<K, Long> sum = new TreeMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  /** Whether nothing was graded. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Problems with at least one graded answer. */
  public long problemCount() {
    return problems.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Graded answers. */
  public long rows() {
    return sum(problems, SampleCounts::samples);
  }

  /** Right answers. */
  public long right() {
    return sum(problems, SampleCounts::right);
  }

  /**
   * Right answers among all graded ones, from 0 to 1.
   *
   * @throws IllegalStateException when nothing was graded
   */
  public double accuracy() {
    requireRows();
    return (double) right() / rows();
  }

  /**
   * Standard error of the accuracy over problems and samples. Answers to the same problem are not
   * independent: each problem is a cluster (Miller 2024, "Adding Error Bars to Evals", section
   * 2.2).
   */
  public double standardError() {
    double accuracy = accuracy();
    double squares = 0;
    for (Map.Entry<SampleCounts, Long> entry : problems.entrySet()) {
      double beyond = entry.getKey().right() - accuracy * entry.getKey().samples();
      squares += beyond * beyond * entry.getValue();
    }

    return Math.sqrt(squares) / rows();
  }

  /**
   * Where the accuracy lies with a confidence of 95 %: Wilson's interval of as many independent
   * answers as have this {@link #standardError()}; they are at least as many as the problems, and
   * at most as many as the answers. With one answer to each problem it is Wilson's.
   */
  public Interval interval() {
    double accuracy = accuracy();
    double error = standardError();
    double trials =
        error == 0 ? (double) problemCount() : accuracy * (1 - accuracy) / (error * error);
    double least = (double) problemCount();
    double most = (double) rows();
    return Interval.ofEffectiveTrials(accuracy, Math.min(most, Math.max(least, trials)));
  }

  /**
   * The smallest difference to another model, as good and independent of this one, that these
   * problems and samples would show (Miller 2024, section 5): as a share.
   */
  public double smallestDifference() {
    return Math.sqrt(2) * interval().smallestDifference();
  }

  /** Fewest answers that a problem has. */
  public int fewestSamples() {
    return problems.keySet().stream().mapToInt(SampleCounts::samples).min().orElse(0);
  }

  /**
   * Mean chance that one of k answers to a problem is right; without bias (pass@k).
   *
   * @param k at most {@link #fewestSamples()}
   */
  public double passAt(int k) {
    requireRows();
    if (k < 1 || k > fewestSamples()) {
      throw new IllegalArgumentException("k must be from 1 to " + fewestSamples() + ": " + k);
    }

    double sum = 0;
    for (Map.Entry<SampleCounts, Long> entry : problems.entrySet()) {
      sum += entry.getKey().passAt(k) * entry.getValue();
    }

    return sum / problemCount();
  }

  /**
   * Mean chance that the vote of k answers to a problem is right (maj@k).
   *
   * @param k at most {@link #fewestSamples()}, and one of those that were counted
   */
  public double majorityAt(int k) {
    requireRows();
    if (k > fewestSamples() || !majorities.containsKey(k)) {
      throw new IllegalArgumentException(
          "k must be at most %d and one of %s: %d"
              .formatted(fewestSamples(), majorities.keySet(), k));
    }

    return majorities.get(k) / BILLION / problemCount();
  }

  private void requireRows() {
    if (isEmpty()) {
      throw new IllegalStateException("an accuracy needs at least 1 graded answer: 0");
    }
  }

  private static long sum(Map<SampleCounts, Long> problems, ToIntFunction<SampleCounts> part) {
    return problems.entrySet().stream()
        .mapToLong(entry -> part.applyAsInt(entry.getKey()) * entry.getValue())
        .sum();
  }
}
