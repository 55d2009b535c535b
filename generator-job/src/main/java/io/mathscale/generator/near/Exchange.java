package io.mathscale.generator.near;

/**
 * The tokens in which two questions differ, whatever the order of tokens.
 *
 * @param tokens how many of one are exchanged for others
 * @param hasLabel whether the name of a point is in one of them only
 * @param isOpposite whether a word, or the name of a point, takes the place of its opposite
 * @param isCut whether a word that has an opposite is in one of them only
 * @param isNothing whether they have the same tokens
 */
record Exchange(
    int tokens, boolean hasLabel, boolean isOpposite, boolean isCut, boolean isNothing) {
  /**
   * Compares two sets of tokens.
   *
   * @param one sorted codes
   * @param other sorted codes
   */
  static Exchange of(int[] one, int[] other) {
    int i = 0;
    int j = 0;
    Side left = new Side();
    Side right = new Side();
    while (i < one.length || j < other.length) {
      if (j == other.length || (i < one.length && one[i] < other[j])) {
        left.add(one[i++]);
      } else if (i == one.length || other[j] < one[i]) {
        right.add(other[j++]);
      } else {
        i++;
        j++;
      }
    }

    return new Exchange(
        Math.min(left.count, right.count),
        left.hasLabel || right.hasLabel,
        (left.lines & right.lines) != 0 || (left.hasLabel && right.hasLabel),
        left.isCut(right.count == 0) || right.isCut(left.count == 0),
        left.count + right.count == 0);
  }

  /** The tokens that only one of the two has. */
  private static final class Side {
    private int count;
    private long lines;
    private long linesOfWords;
    private boolean hasLabel;

    void add(int code) {
      count++;
      lines |= Codes.lines(code);
      linesOfWords |= Codes.isIdeograph(code) ? 0 : Codes.lines(code);
      hasLabel |= Codes.isLabel(code);
    }

    /** An ideograph is a part of many words: exchanged for others it is not cut. */
    boolean isCut(boolean isNothingInPlace) {
      return (isNothingInPlace ? lines : linesOfWords) != 0;
    }
  }
}
