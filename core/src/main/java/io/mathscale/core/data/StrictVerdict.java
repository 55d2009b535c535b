package io.mathscale.core.data;

/** What strict equivalence says of an answer. */
public enum StrictVerdict {
  /** Equal to the reference. */
  RIGHT,
  /** Not equal to the reference. */
  WRONG,
  /** The rules cannot tell. */
  UNDECIDED
}
