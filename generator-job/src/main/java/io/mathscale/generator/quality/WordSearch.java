package io.mathscale.generator.quality;

import java.util.List;

/** Finds a run of words in a text, by Knuth, Morris and Pratt, in linear time. */
final class WordSearch {
  private WordSearch() {}

  /** Whether the words of a pattern stand in a text one after the other. */
  static boolean contains(List<String> text, List<String> pattern) {
    int[] borders = borders(pattern);
    int matched = 0;
    for (String word : text) {
      while (matched > 0 && !word.equals(pattern.get(matched))) {
        matched = borders[matched - 1];
      }

      if (word.equals(pattern.get(matched)) && ++matched == pattern.size()) {
        return true;
      }
    }

    return false;
  }

  /** For each beginning of the pattern the length of its longest border. */
  private static int[] borders(List<String> pattern) {
    int[] borders = new int[pattern.size()];
    int border = 0;
    for (int i = 1; i < pattern.size(); i++) {
      while (border > 0 && !pattern.get(i).equals(pattern.get(border))) {
        border = borders[border - 1];
      }

      border += pattern.get(i).equals(pattern.get(border)) ? 1 : 0;
      borders[i] = border;
    }

    return borders;
  }
}
