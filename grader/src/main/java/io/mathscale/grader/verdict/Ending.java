package io.mathscale.grader.verdict;

/** Where in a text the strict grader found the answer, in the order in which it looks. */
public enum Ending {
  /** What the specification of the benchmark prescribes: a tag, an expression or a box. */
  PRESCRIBED,
  /** A tag such as {@code <answer>}. */
  TAG,
  /** The field {@code answer} of a JSON object. */
  JSON,
  /** A box, {@code \boxed{…}}, or several that belong together. */
  BOX,
  /** What follows words such as "the answer is", {@code ####} or {@code 答案}. */
  MARKER,
  /** The letter of a choice in a text without any of the above. */
  LETTER,
  /** Words in bold in the last paragraph. */
  BOLD,
  /** The text is nothing but the answer. */
  BARE,
  /** The last formula or number. */
  LAST_VALUE,
  /** None: the text has no answer. */
  NONE
}
