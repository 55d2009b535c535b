package io.mathscale.grader.extract;

import io.mathscale.grader.text.AnswerText;
import java.util.Optional;

/**
 * A mark in angle or other brackets, such as {@code </think>}, {@code [THINK]}, {@code ◁/think▷}
 * and {@code <|end_of_thought|>}.
 *
 * @param start where it starts
 * @param end where it ends
 * @param name its name in lower case, without {@code begin_of} and a prefix such as {@code seed:}
 * @param closes whether it ends what another began
 * @param isSquare whether its brackets are square
 */
record Tag(int start, int end, String name, boolean closes, boolean isSquare) {
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_ATTRIBUTES = 60;
  private static final String OPENING = "<[◁";
  private static final String CLOSING = ">]▷";

  /** Whether there is a bracket with which a tag may start. */
  static boolean mayBeIn(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('[') >= 0 || text.indexOf('◁') >= 0;
  }

  /** The first place from here on where a tag may start; the length of the text if none may. */
  static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !opens(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean opens(char c) {
    return c == '<' || c == '[' || c == '◁';
  }

  /** The tag that starts at this place, if one does. */
  static Optional<Tag> at(String text, int start) {
    int bracket = OPENING.indexOf(text.charAt(start));
    if (bracket < 0) {
      return Optional.empty();
    }
    int at = start + 1;
    at += isAt(text, at, '|') || isAt(text, at, '｜') ? 1 : 0;
    boolean closes = isAt(text, at, '/');
    int from = closes ? at + 1 : at;
    int to = from;
    while (to < text.length() && to - from < LONGEST_NAME && isNamePart(text.charAt(to))) {
      to++;
    }
    if (to == from) {
      return Optional.empty();
    }
    int end = to;
    if (isAt(text, end, ' ') && bracket == 0) {
      int most = Math.min(text.length(), end + LONGEST_ATTRIBUTES);
      while (end < most && "<>\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
    }
    end += isAt(text, end, '|') || isAt(text, end, '｜') ? 1 : 0;
    if (!isAt(text, end, CLOSING.charAt(bracket))) {
      return Optional.empty();
    }
    String name = AnswerText.lower(text.substring(from, to)).replace('▁', '_').replace('-', '_');
    name = name.substring(name.lastIndexOf(':') + 1);
    boolean ends = name.startsWith("end_of_") || name.startsWith("end_");
    String bare =
        ends || name.startsWith("begin_") || name.startsWith("start_")
            ? name.substring(name.indexOf('_') + 1)
            : name;
    bare = bare.startsWith("of_") ? bare.substring("of_".length()) : bare;
    return Optional.of(new Tag(start, end + 1, bare, closes || ends, bracket == 1));
  }

  private static boolean isAt(String text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == ':' || c == '-' || c == '▁' || Character.isLetterOrDigit(c);
  }
}
