package io.mathscale.grader;

/** Counts the steps of one comparison and ends it when they are spent. */
final class Budget {
  private int stepsLeft = Limits.MAX_STEPS;

  /**
   * Takes this many steps.
   *
   * @throws LimitReached if there are not so many left
   */
  void spend(int steps) {
    stepsLeft -= steps;
    if (stepsLeft < 0) {
      throw new LimitReached("steps");
    }
  }
}
