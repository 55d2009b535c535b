package io.mathscale.core.data;

/** What became of one try to solve a question whose answer is known. */
public enum TryOutcome {
  /** The strict grader finds the known answer in it. */
  RIGHT,
  /** It has another answer, or none. */
  WRONG,
  /** The strict grader cannot tell, so it does not count as right. */
  UNDECIDED,
  /** The call failed, or its answer could not be read: it is no try. */
  UNANSWERED
}
