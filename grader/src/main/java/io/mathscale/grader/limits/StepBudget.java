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

  /** How many are left, for {@link #restore}. */
  public int left() {
    return stepsLeft;
  }

  /** Gives back what was spent on an attempt that decided nothing. */
  public void restore(int steps) {
    stepsLeft = steps;
  }
}
