package io.mathscale.grader.verdict;

/** What the strict grader decided about an answer. */
public enum Outcome {
  /** The answer means what the reference means. */
  RIGHT,
  /** There is no answer, or it means something else. */
  WRONG,
  /** The grader cannot tell; a person or another grader may. */
  UNDECIDED
}
