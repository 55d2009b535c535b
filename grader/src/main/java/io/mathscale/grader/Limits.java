package io.mathscale.grader;

/** What one comparison may cost. Counts, not clocks: the same verdict on every machine. */
final class Limits {
  /** Longer answers are compared as text alone. */
  static final int MAX_CHARACTERS = 8_000;

  /** Tokens of one answer. */
  static final int MAX_TOKENS = 3_000;

  /** Brackets, fractions and functions within each other. */
  static final int MAX_DEPTH = 100;

  /** Exponents, factorials and signs after one thing. */
  static final int MAX_MARKS = 20;

  /** Digits of a number that is written out. */
  static final int MAX_DIGITS = 4_000;

  /** Bits of a number that is worked out; 2006! has 19,053. */
  static final int MAX_BITS = 1 << 16;

  /** The largest n whose factorial is worked out. */
  static final int MAX_FACTORIAL = 4_000;

  /** Members of a collection. */
  static final int MAX_MEMBERS = 200;

  /** Steps of one comparison; an operation on long decimals counts for many. */
  static final int MAX_STEPS = 60_000;

  private Limits() {}
}
