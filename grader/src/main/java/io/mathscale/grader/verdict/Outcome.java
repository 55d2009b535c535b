package io.mathscale.grader.verdict;

/** What the strict grader makes of an answer. */
public enum Outcome {
  /** The answer means what the reference means. */
  RIGHT,
  /** There is no answer, or it means something else. */
  WRONG,
  /** The grader could not tell; a human or another grader may. */
  UNDECIDED
}
