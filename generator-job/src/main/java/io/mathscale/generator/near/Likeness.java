package io.mathscale.generator.near;

import io.mathscale.core.text.Shingles;

/**
 * Tells whether two questions of equal numbers, operators and variables are near-duplicates: most
 * of their shingles are shared, what must not change stands in one order, and what is exchanged
 * between them is little and no opposite. Where they may ask for something else, their answers must
 * agree.
 */
final class Likeness {
  /** With fewer tokens one word is too much of a question: only equal ones are duplicates. */
  static final int MIN_TOKENS = 8;

  /**
   * One token of so many may be exchanged for another. A word at the end of a question, where what
   * is asked often stands, is in one shingle and not in three, so shingles alone do not see it.
   */
  private static final int TOKENS_PER_EXCHANGE = 16;

  /** Below any threshold. */
  static final double UNLIKE = -1;

  private Likeness() {}

  /** The Jaccard index of two questions, or {@link #UNLIKE} where they are no near-duplicates. */
  static double of(ComparedRow one, ComparedRow other, double threshold) {
    double likeness = Shingles.jaccard(one.shingles(), other.shingles());
    if (likeness < threshold) {
      return UNLIKE;
    }

    Exchange exchange = Exchange.of(one.sortedTokens(), other.sortedTokens());
    Fingerprint first = one.fingerprint();
    Fingerprint second = other.fingerprint();
    int size = Math.max(one.sortedTokens().length, other.sortedTokens().length);
    boolean isAlike =
        !exchange.isOpposite()
            && exchange.tokens() * TOKENS_PER_EXCHANGE <= size
            && (isInOrder(first.tokens(), second.tokens(), exchange.hasLabel())
                || first.sentences() == second.sentences())
            && (isSameAnswer(first, second) || !mayAskElse(first, second, exchange));
    return isAlike ? likeness : UNLIKE;
  }

  /**
   * Whether what must not change has one order in both; the names of points, too, unless some are
   * in one question only.
   */
  private static boolean isInOrder(int[] one, int[] other, boolean isWithoutLabels) {
    int i = 0;
    int j = 0;
    while (true) {
      i = next(one, i, isWithoutLabels);
      j = next(other, j, isWithoutLabels);
      if (i == one.length || j == other.length) {
        return i == one.length && j == other.length;
      }

      if (one[i++] != other[j++]) {
        return false;
      }
    }
  }

  private static int next(int[] codes, int start, boolean isWithoutLabels) {
    int i = start;
    while (i < codes.length
        && (Codes.isWord(codes[i]) || (isWithoutLabels && Codes.isLabel(codes[i])))) {
      i++;
    }

    return i;
  }

  /**
   * Whether what is asked has another word or another order of words, or a word that matters is in
   * one question only, or words do nothing but change their places.
   */
  private static boolean mayAskElse(Fingerprint one, Fingerprint other, Exchange exchange) {
    return one.asked() != other.asked() || exchange.isCut() || exchange.isNothing();
  }

  private static boolean isSameAnswer(Fingerprint one, Fingerprint other) {
    return one.answer() != 0 && one.answer() == other.answer();
  }
}
