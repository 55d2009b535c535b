package io.mathscale.core.data;

/**
 * What fresh solutions of a pair's question say of its answer; where they leave it open and judges
 * do not, what those say: {@link #AGREED} that it is right, {@link #OUTVOTED} that it is wrong.
 */
public enum ValidationVerdict {
  /** Two or more agree with it, and with its own vote no other answer has more. */
  AGREED,
  /** Another answer has more votes, its own vote counted. */
  OUTVOTED,
  /** No answer has enough votes. */
  SPLIT,
  /** No fresh solution states an answer. */
  UNSOLVED,
  /**
   * There is nothing to compare: a proof, no answer; or the grader cannot tell the answer of the
   * majority from that of the pair.
   */
  UNDECIDED
}
