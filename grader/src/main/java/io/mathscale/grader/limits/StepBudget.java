package io.mathscale.grader.limits;

/** The steps that are left for one comparison. */
public final class StepBudget {
  private int stepsLeft = GradingLimits.MAX_STEPS;

  /**
   * Uses up this many steps.
   *
   * @throws LimitReachedException if fewer are left
   */
  public void spend(int steps) {
    stepsLeft -= steps;
    if (stepsLeft < 0) {
      throw new LimitReachedException("steps");
    }
  }
}
