package io.mathscale.graph.compositions;

import java.util.Arrays;

/**
 * How the seeds serve as examples.
 *
 * @param seeds seeds that could
 * @param used seeds that do, in at least one composition
 * @param median compositions that the middle one of the used seeds is shown with
 * @param most compositions that the most used seed is shown with
 * @param topPercentShare share of all examples that the most used hundredth of the seeds are
 */
record ExampleUse(long seeds, long used, long median, long most, double topPercentShare) {
  private static final int HUNDREDTH = 100;
  private static final double DECIMALS = 10_000;

  /** From the number of compositions that each seed is shown with. */
  static ExampleUse of(int[] uses) {
    int[] sorted = uses.clone();
    Arrays.sort(sorted);
    int unused = (int) Arrays.stream(sorted).takeWhile(count -> count == 0).count();
    if (unused == sorted.length) {
      return new ExampleUse(sorted.length, 0, 0, 0, 0);
    }

    int top = 1 + (sorted.length - 1) / HUNDREDTH;
    long topUses = Arrays.stream(sorted).skip((long) sorted.length - top).asLongStream().sum();
    double share = topUses / (double) Arrays.stream(sorted).asLongStream().sum();
    return new ExampleUse(
        sorted.length,
        (long) sorted.length - unused,
        sorted[unused + (sorted.length - unused) / 2],
        sorted[sorted.length - 1],
        Math.round(share * DECIMALS) / DECIMALS);
  }
}
