package io.mathscale.generator.near;

import io.mathscale.core.text.Shingles;

/**
 * Tells whether two questions of equal numbers and operators are near-duplicates: most of their
 * shingles are shared, and what is exchanged between them is little and no opposite.
 */
final class Likeness {
  /** Tokens of a shingle: of short ones a changed word takes fewer along. */
  static final int SHINGLE = 3;

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
    return likeness >= threshold && !isExchanged(one.sortedTokens(), other.sortedTokens())
        ? likeness
        : UNLIKE;
  }

  /** Whether too many tokens of one are exchanged for others, or one is for its opposite. */
  private static boolean isExchanged(int[] one, int[] other) {
    int i = 0;
    int j = 0;
    int onlyOne = 0;
    int onlyOther = 0;
    long linesOfOne = 0;
    long linesOfOther = 0;
    int labels = 0;
    int labelsOfOther = 0;
    while (i < one.length || j < other.length) {
      if (j == other.length || (i < one.length && one[i] < other[j])) {
        onlyOne++;
        labels |= one[i] & Fingerprint.LABEL;
        linesOfOne |= Opposites.lines(one[i++]);
      } else if (i == one.length || other[j] < one[i]) {
        onlyOther++;
        labelsOfOther |= other[j] & Fingerprint.LABEL;
        linesOfOther |= Opposites.lines(other[j++]);
      } else {
        i++;
        j++;
      }
    }

    int exchanged = Math.min(onlyOne, onlyOther);
    return (linesOfOne & linesOfOther) != 0
        || (labels & labelsOfOther) != 0
        || exchanged * TOKENS_PER_EXCHANGE > Math.max(one.length, other.length);
  }
}
