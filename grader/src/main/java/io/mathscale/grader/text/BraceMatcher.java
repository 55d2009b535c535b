package io.mathscale.grader.text;

import java.util.Arrays;

/** Finds the closing brace of each opening brace, in one pass. */
public final class BraceMatcher {
  private BraceMatcher() {}

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
