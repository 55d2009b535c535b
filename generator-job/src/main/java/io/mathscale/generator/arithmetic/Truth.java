package io.mathscale.generator.arithmetic;

/** What is known of an equality. */
enum Truth {
  TRUE,
  FALSE,
  /** It is none of numbers alone, or may be meant in another way. */
  UNKNOWN
}
