package io.mathscale.eval.metrics;

/**
 * How a model does on a data set or a part of one.
 *
 * @param tally what was graded
 * @param missing problems of the benchmark that have no answer; they are not in the tally
 */
public record SetScore(Tally tally, long missing) {
  /** Nothing graded, nothing missing. */
  public static final SetScore NONE = new SetScore(Tally.NONE, 0);

  /** The score of both. */
  public SetScore plus(SetScore other) {
    return new SetScore(tally.plus(other.tally), missing + other.missing);
  }

  /** Whether the benchmark has problems here, answered or not. */
  boolean hasProblems() {
    return !tally.isEmpty() || missing > 0;
  }
}
