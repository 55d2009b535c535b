package io.mathscale.generator.refine;

/**
 * Counts the steps of a worked solution: its sentences and lines. A displayed formula belongs to
 * the line before it, and lines without a letter or digit are none.
 */
final class SolutionSteps {
  private SolutionSteps() {}

  /** The steps of a solution; at least one where it says anything. */
  static int of(String solution) {
    int steps = 0;
    boolean isInFormula = false;
    boolean says = false;
    int dollars = 0;
    for (int at = 0; at < solution.length(); at++) {
      char c = solution.charAt(at);
      if (solution.startsWith("$$", at)) {
        isInFormula = !isInFormula;
        at++;
      } else if (solution.startsWith("\\[", at) || solution.startsWith("\\]", at)) {
        isInFormula = c == '\\' && solution.charAt(at + 1) == '[';
        at++;
      } else if (c == '$' && (at == 0 || solution.charAt(at - 1) != '\\')) {
        dollars++;
      } else if (!isInFormula && Character.isLetterOrDigit(c)) {
        says = true;
      }

      if (!isInFormula && says && (c == '\n' || endsSentence(solution, at, dollars))) {
        steps++;
        says = false;
        dollars = 0;
      }
    }

    boolean isFormulaAlone = steps == 0 && !solution.isBlank();
    return steps + (says || isFormulaAlone ? 1 : 0);
  }

  private static boolean endsSentence(String text, int at, int dollars) {
    char c = text.charAt(at);
    if ("。！？".indexOf(c) >= 0) {
      return true;
    }

    boolean isEnd =
        ".!?".indexOf(c) >= 0
            && dollars % 2 == 0
            && at + 1 < text.length()
            && Character.isWhitespace(text.charAt(at + 1));
    boolean isNumbering = c == '.' && at > 0 && isNumberAlone(text, at);
    return isEnd && !isNumbering;
  }

  /** Whether what stands before the point numbers the line: {@code 2. We add}. */
  private static boolean isNumberAlone(String text, int point) {
    int start = point;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }

    return start < point && (start == 0 || text.charAt(start - 1) == '\n');
  }
}
