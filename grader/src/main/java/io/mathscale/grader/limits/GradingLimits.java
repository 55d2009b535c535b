package io.mathscale.grader.limits;

/**
 * The most work that one comparison may take. Counts, not clocks, so that every machine gives the
 * same verdict.
 */
public final class GradingLimits {
  /** Characters of a text that are read; of a longer text only the end, where answers stand. */
  public static final int MAX_TEXT = 100_000;

  /** Characters of an answer that is parsed; longer answers are compared as text only. */
  public static final int MAX_CHARACTERS = 4_000;

  /** Tokens of one answer. */
  public static final int MAX_TOKENS = 2_000;

  /** Nesting of brackets, fractions and functions. */
  public static final int MAX_DEPTH = 100;

  /** Exponents, factorials and other signs after one operand. */
  public static final int MAX_POSTFIXES = 20;

  /** Digits of a number in an answer. */
  public static final int MAX_DIGITS = 4_000;

  /** Decimal places, or zeros before the point, of a decimal that is turned into a fraction. */
  public static final int MAX_PLACES = 1_200;

  /** Bits of a number that is computed; 2006! has 19,053. */
  public static final int MAX_BITS = 1 << 15;

  /** The largest n whose factorial is computed. */
  public static final int MAX_FACTORIAL = 2_500;

  /** Members of a collection. */
  public static final int MAX_MEMBERS = 120;

  /** Steps of one comparison; an operation on long decimals counts for many. */
  static final int MAX_STEPS = 15_000;

  private GradingLimits() {}
}
