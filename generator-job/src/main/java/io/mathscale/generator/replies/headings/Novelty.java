package io.mathscale.generator.replies.headings;

/** What the words of a heading tell about its text. */
public enum Novelty {
  /** Nothing. */
  NONE,
  /** It is new, and not an example. */
  NEW,
  /** It replaces one before. */
  REVISED
}
