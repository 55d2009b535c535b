package io.mathscale.generator.decontaminate;

import io.mathscale.generator.near.Codes;

/**
 * How a question stands in a text with the fewest tokens put in, left out or exchanged; those that
 * must not change are equal. What stands before and after it in the text does not count.
 *
 * @param edits tokens put in, left out or exchanged
 * @param words how many words these are
 * @param start the first token of the text that belongs to it
 * @param end the token after the last one
 * @param isOpposite whether a word is exchanged for one that asks for something else
 * @param isCut whether a word of mathematics is put in or left out
 * @param isContinued whether it lacks its first or last word, and the text has in its place what
 *     must not change
 */
record Alignment(
    int edits,
    int words,
    int start,
    int end,
    boolean isOpposite,
    boolean isCut,
    boolean isContinued) {
  /** More than any number of edits. */
  private static final int IMPOSSIBLE = 1 << 20;

  /**
   * The best alignment with few edits, or null.
   *
   * @param question tokens of the question
   * @param text tokens of the text
   * @param shift place in the text less place in the question of a run that both have
   * @param edits the most that are allowed
   */
  static Alignment of(int[] question, int[] text, int shift, int edits) {
    // Runs whose shifts differ by no more than the edits belong to one alignment.
    int width = 2 * edits;
    int[][] costs = new int[question.length + 1][2 * width + 1];
    int offset = shift - width;
    for (int j = 0; j <= question.length; j++) {
      for (int k = 0; k <= 2 * width; k++) {
        int i = j + offset + k;
        boolean isInText = i >= 0 && i <= text.length;
        costs[j][k] = isInText ? j == 0 ? 0 : cost(question, text, costs, j, k, i) : IMPOSSIBLE;
      }
    }

    int best = -1;
    for (int k = 0; k <= 2 * width; k++) {
      int cost = costs[question.length][k];
      // Of equal ones the longest: a last word that another took the place of is not left out.
      if (cost <= edits && (best < 0 || cost <= costs[question.length][best])) {
        best = k;
      }
    }

    return best < 0 ? null : traced(question, text, costs, offset, best);
  }

  private static int cost(int[] question, int[] text, int[][] costs, int j, int k, int i) {
    int cost = IMPOSSIBLE;
    if (i > 0) {
      cost = costs[j - 1][k] + exchange(question[j - 1], text[i - 1]);
    }

    if (k + 1 < costs[j].length) {
      cost = Math.min(cost, costs[j - 1][k + 1] + edit(question[j - 1]));
    }

    if (k > 0 && i > 0) {
      cost = Math.min(cost, costs[j][k - 1] + edit(text[i - 1]));
    }

    return Math.min(cost, IMPOSSIBLE);
  }

  private static int exchange(int one, int other) {
    if (one == other) {
      return 0;
    }

    boolean isPossible =
        !Codes.isFixed(one) && !Codes.isFixed(other) && (Codes.isWord(one) || Codes.isWord(other));
    return isPossible ? 1 : IMPOSSIBLE;
  }

  private static int edit(int code) {
    return Codes.isWord(code) ? 1 : IMPOSSIBLE;
  }

  private static Alignment traced(int[] question, int[] text, int[][] costs, int offset, int best) {
    int j = question.length;
    int k = best;
    boolean isContinued = isContinued(question, text, costs, offset, best);
    EditedWords words = new EditedWords();
    while (j > 0) {
      int i = j + offset + k;
      if (i > 0 && costs[j][k] == costs[j - 1][k] + exchange(question[j - 1], text[i - 1])) {
        if (question[j - 1] == text[i - 1]) {
          words.unchanged();
        } else {
          words.exchanged(question[j - 1], text[i - 1]);
        }

        j--;
      } else if (k + 1 < costs[j].length
          && costs[j][k] == costs[j - 1][k + 1] + edit(question[j - 1])) {
        words.left(question[j - 1]);
        j--;
        k++;
        isContinued |= j == 0 && offset + k > 0 && !Codes.isWord(text[offset + k - 1]);
      } else {
        words.put(text[i - 1]);
        k--;
      }
    }

    return new Alignment(
        costs[question.length][best],
        words.count(),
        offset + k,
        question.length + offset + best,
        words.isOpposite(),
        words.isCut(),
        isContinued);
  }

  /** Whether the last tokens are missing, and in their place the text has what must not change. */
  private static boolean isContinued(
      int[] question, int[] text, int[][] costs, int offset, int best) {
    int j = question.length;
    int k = best;
    int next = j + offset + k;
    while (j > 0
        && k + 1 < costs[j].length
        && costs[j][k] > 0
        && costs[j][k] == costs[j - 1][k + 1] + edit(question[j - 1])) {
      if (next < text.length && !Codes.isWord(text[next])) {
        return true;
      }

      next++;
      j--;
      k++;
    }

    return false;
  }
}
