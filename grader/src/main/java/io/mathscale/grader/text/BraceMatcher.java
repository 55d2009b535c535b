package io.mathscale.grader.text;

import java.util.Arrays;

/** Finds the closing braces of opening braces, of each in a few passes over the text at most. */
public final class BraceMatcher {
  /** How many braces are followed one by one before all are matched in one pass. */
  private static final int FEW = 4;

  private final String text;
  private int asked;
  private int[] all;

  /**
   * Matches the braces of a text.
   *
   * @param text the text
   */
  public BraceMatcher(String text) {
    this.text = text;
  }

  /** The index of the brace that closes the one that opens here; −1 if none does. */
  public int closing(int open) {
    if (all == null && asked++ >= FEW) {
      all = closing(text);
    }
    if (all != null) {
      return all[open];
    }
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * For each opening brace of the text the index of the brace that closes it; −1 for a brace that
   * is never closed and for every other character.
   */
  public static int[] closing(String text) {
    int[] closing = new int[text.length()];
    Arrays.fill(closing, -1);
    int[] open = new int[64];
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        if (depth == open.length) {
          open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = i;
      } else if (c == '}' && depth > 0) {
        closing[open[--depth]] = i;
      }
    }

    return closing;
  }
}
