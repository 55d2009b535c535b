package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.text.Connectives;
import java.util.Set;

/** Reads what stands between two boxes: whether it makes them parts of one answer. */
final class BoxConnection {
  private static final String PART = "part";

  private static final Set<String> LAYOUT =
      Set.of("text", "mbox", "textbf", "mathrm", "quad", "qquad", "left", "right", "land", "lor");

  private static final String SIGNS = ",，、;；/|";
  private static final String SPACES = " \t$(){}[].&~*。:：";

  private final String text;
  private int at;
  private boolean isSeparated;
  private int lines;

  private BoxConnection(String text) {
    this.text = text;
  }

  /**
   * Whether there is nothing but layout, separators, "and", "or" and labels such as {@code x =} or
   * {@code (b)}. A blank line alone separates two answers.
   */
  static boolean connects(String between) {
    BoxConnection connection = new BoxConnection(between);
    return connection.isLayout() && (connection.isSeparated || connection.lines < 2);
  }

  private boolean isLayout() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (SIGNS.indexOf(c) >= 0) {
        isSeparated = true;
        at++;
      } else if (c == '\n') {
        lines++;
        at++;
      } else if (SPACES.indexOf(c) >= 0) {
        at++;
      } else if (c == '\\') {
        if (!skipCommand()) {
          return false;
        }
      } else if (!skipWord()) {
        return false;
      }
    }
    return true;
  }

  private boolean skipCommand() {
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    at = name.isEmpty() ? Math.min(text.length(), end + 1) : end;
    return name.isEmpty() || LAYOUT.contains(name);
  }

  /** A word that connects, a label with its sign, or the letter or number of a part. */
  private boolean skipWord() {
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    if (word.isEmpty()) {
      return false;
    }
    boolean isShort = word.length() <= 2;
    boolean isPart = isShort && end < text.length() && text.charAt(end) == ')';
    int sign = end;
    while (sign < text.length()
        && sign < end + 6
        && " _{}0123456789".indexOf(text.charAt(sign)) >= 0) {
      sign++;
    }
    boolean isLabel =
        isShort
            && Character.isLetter(word.charAt(0))
            && sign < text.length()
            && text.charAt(sign) == '=';
    String lower = AnswerText.lower(word);
    if (!isLabel && (Connectives.has(lower) || lower.equals(PART))) {
      isSeparated = true;
      at = end;
      return true;
    }
    isSeparated |= isPart || isLabel;
    at = isLabel ? sign + 1 : end;
    return isPart || isLabel;
  }
}
