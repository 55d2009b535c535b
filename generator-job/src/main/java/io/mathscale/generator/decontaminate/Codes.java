package io.mathscale.generator.decontaminate;

import io.mathscale.core.text.Shingles;

/** Numbers that stand for tokens, and what is made of them. */
final class Codes {
  /** The last bit of words; the bits above it are those of their hash. */
  static final int WORD = 0;

  /** The last two bits of a token that must not change: a number, an operator, a variable. */
  static final int FIXED = 1;

  /** The last two bits of what looks like the name of a point: no other may take its place. */
  static final int LABEL = 3;

  /**
   * Tokens of a run. Short, since a changed word takes all runs along that it is in, and a question
   * of eight tokens must keep one.
   */
  static final int RUN = 3;

  private static final int SHIFT = 26;

  private Codes() {}

  static boolean isFixed(int code) {
    return (code & LABEL) == FIXED;
  }

  static boolean isWord(int code) {
    return (code & FIXED) == 0;
  }

  /** The code of a token of a kind. */
  static int of(int hash, int kind) {
    return kind == WORD ? hash & ~FIXED : (hash & ~LABEL) | kind;
  }

  static long[] runs(int[] codes) {
    return Shingles.runs(codes, RUN);
  }

  /**
   * A bit for each token, or each that must not change, by the last bits of its hash: a bit that
   * another question does not have is a token that it does not have.
   */
  static long bits(int[] codes, boolean isFixed) {
    long bits = 0;
    for (int code : codes) {
      if (isFixed(code) == isFixed) {
        bits |= 1L << (code >>> SHIFT);
      }
    }

    return bits;
  }
}
