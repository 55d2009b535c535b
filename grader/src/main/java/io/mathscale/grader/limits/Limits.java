package io.mathscale.grader.limits;

/** What one comparison may cost. Counts, not clocks: the same verdict on every machine. */
public final class Limits {
  /** Of a longer text the end alone is read, where answers stand. */
  public static final int MAX_TEXT = 100_000;

  /** Longer answers are compared as text alone. */
  public static final int MAX_CHARACTERS = 4_000;

  /** Tokens of one answer. */
  public static final int MAX_TOKENS = 2_000;

  /** Brackets, fractions and functions within each other. */
  public static final int MAX_DEPTH = 100;

  /** Exponents, factorials and signs after one thing. */
  public static final int MAX_MARKS = 20;

  /** Digits of a number that is written out. */
  public static final int MAX_DIGITS = 4_000;

  /** Decimal places, or zeros before the point, of a decimal that is made a fraction. */
  public static final int MAX_PLACES = 1_200;

  /** Bits of a number that is worked out; 2006! has 19,053. */
  public static final int MAX_BITS = 1 << 15;

  /** The largest n whose factorial is worked out. */
  public static final int MAX_FACTORIAL = 2_500;

  /** Members of a collection. */
  public static final int MAX_MEMBERS = 120;

  /** Steps of one comparison; an operation on long decimals counts for many. */
  static final int MAX_STEPS = 15_000;

  private Limits() {}
}
