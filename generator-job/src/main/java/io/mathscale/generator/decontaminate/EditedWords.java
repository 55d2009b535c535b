package io.mathscale.generator.decontaminate;

import io.mathscale.generator.near.Codes;

/**
 * The words that are put in, left out or exchanged along an alignment: up to three ideographs
 * beside each other are one, as Chinese words have one to three.
 */
final class EditedWords {
  /** Ideographs of a word at most. */
  static final int IDEOGRAPHS = 3;

  private final Sides words = new Sides();
  private final Sides ideographs = new Sides();
  private int count;
  private int adjacent;
  private boolean isCut;
  private boolean isOpposite;

  /** The next token is the same in both. */
  void unchanged() {
    endOfIdeographs();
  }

  /** The next token of the question is exchanged for another. */
  void exchanged(int one, int other) {
    edited(Codes.isIdeograph(one) || Codes.isIdeograph(other));
    sides(one).left |= Codes.lines(one);
    sides(other).put |= Codes.lines(other);
  }

  /** The next token of the question is not in the text. */
  void left(int code) {
    edited(Codes.isIdeograph(code));
    sides(code).left |= Codes.lines(code);
    isCut |= Codes.lines(code) != 0;
  }

  /** The next token of the text is not in the question. */
  void put(int code) {
    edited(Codes.isIdeograph(code));
    sides(code).put |= Codes.lines(code);
    isCut |= Codes.lines(code) != 0;
  }

  private void edited(boolean isIdeograph) {
    if (!isIdeograph) {
      endOfIdeographs();
    }

    count += isIdeograph && adjacent % IDEOGRAPHS != 0 ? 0 : 1;
    adjacent += isIdeograph ? 1 : 0;
  }

  private void endOfIdeographs() {
    isOpposite |= ideographs.isOpposite();
    ideographs.left = 0;
    ideographs.put = 0;
    adjacent = 0;
  }

  private Sides sides(int code) {
    return Codes.isIdeograph(code) ? ideographs : words;
  }

  int count() {
    return count;
  }

  /** Whether a word that has an opposite is put in or left out. */
  boolean isCut() {
    return isCut;
  }

  /**
   * Whether one is exchanged for its opposite, wherever that stands; an ideograph, which is a part
   * of many words, for one at the same place.
   */
  boolean isOpposite() {
    return isOpposite || ideographs.isOpposite() || words.isOpposite();
  }

  /** The lines of opposites of what one of two texts has alone. */
  private static final class Sides {
    private long left;
    private long put;

    boolean isOpposite() {
      return (left & put) != 0;
    }
  }
}
