package io.mathscale.teacher.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression that is looked for in many texts, few of which have it. Each alternative is
 * tried only where the text contains its longest literal part, which is far quicker to find out.
 */
final class Clue {
  private static final String QUANTIFIERS = "?*{";
  private static final String BREAKS = ".^$+";

  private final List<Alternative> alternatives;

  /** One alternative and a text without which it cannot match. */
  private record Alternative(String literal, Pattern pattern) {}

  private Clue(List<Alternative> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  /** Returns the clue that a regular expression describes. */
  static Clue of(String regex) {
    List<Alternative> alternatives = new ArrayList<>();
    int start = 0;

    while (start <= regex.length()) {
      int end = next(regex, start);
      String part = regex.substring(start, end);
      alternatives.add(new Alternative(literal(part), Pattern.compile(part)));
      start = end + 1;
    }

    return new Clue(alternatives);
  }

  /** Returns true if the text has a match of any alternative. */
  boolean isIn(String text) {
    for (Alternative alternative : alternatives) {
      if (text.contains(alternative.literal()) && alternative.pattern().matcher(text).find()) {
        return true;
      }
    }

    return false;
  }

  /** Returns the end of the alternative that begins at an index. */
  private static int next(String regex, int start) {
    int index = start;

    while (index < regex.length() && regex.charAt(index) != '|') {
      index = afterElement(regex, index);
    }

    return index;
  }

  /** Returns the index behind the escape, group, class, quantifier or character at an index. */
  private static int afterElement(String regex, int index) {
    return switch (regex.charAt(index)) {
      case '\\' -> index + 2;
      case '(' -> afterGroup(regex, index);
      case '[' -> afterClass(regex, index);
      case '{' -> regex.indexOf('}', index) + 1;
      default -> index + 1;
    };
  }

  private static int afterGroup(String regex, int start) {
    int index = start + 1;

    while (regex.charAt(index) != ')') {
      index = afterElement(regex, index);
    }

    return index + 1;
  }

  private static int afterClass(String regex, int start) {
    int index = start + 1;

    while (regex.charAt(index) != ']') {
      index += regex.charAt(index) == '\\' ? 2 : 1;
    }

    return index + 1;
  }

  /** Returns the longest run of characters that every match must have. */
  private static String literal(String alternative) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int index = 0;

    while (index < alternative.length()) {
      char first = alternative.charAt(index);
      int end = afterElement(alternative, index);
      boolean isEscaped = first == '\\';
      char character = isEscaped ? alternative.charAt(index + 1) : first;
      boolean isLiteral =
          isEscaped ? !Character.isLetterOrDigit(character) : (BREAKS + "([{*?").indexOf(first) < 0;
      boolean isOptional =
          end < alternative.length() && QUANTIFIERS.indexOf(alternative.charAt(end)) >= 0;

      if (isLiteral && !isOptional) {
        run.append(character);
      } else {
        run.setLength(0);
      }

      longest = run.length() > longest.length() ? run.toString() : longest;
      index = end;
    }

    return longest;
  }
}
