package io.mathscale.grader.limits;

/** Counts the steps of one comparison and ends it when they are spent. */
public final class StepBudget {
  private int stepsLeft = Limits.MAX_STEPS;

  /**
   * Takes this many steps.
   *
   * @throws LimitReachedException if there are not so many left
   */
  public void spend(int steps) {
    stepsLeft -= steps;
    if (stepsLeft < 0) {
      throw new LimitReachedException("steps");
    }
  }
}
