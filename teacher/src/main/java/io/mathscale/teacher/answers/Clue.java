package io.mathscale.teacher.answers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A regular expression that is looked for in many texts, few of which have it. Each alternative is
 * tried only where the text contains its longest literal part, which is far quicker to find out.
 */
final class Clue {
  /** An escape, a class, a group, which may hold groups without any, a count, or a character. */
  private static final String ELEMENT =
      "\\\\.|\\[(?:\\\\.|[^]\\\\])+]|\\((?:\\\\.|[^()\\\\]|\\((?:\\\\.|[^()\\\\])*\\))*\\)"
          + "|\\{[^}]*}|[^|]";

  private static final Pattern ALTERNATIVE = Pattern.compile("(?:" + ELEMENT + ")+");

  /** A character that stands for itself in the first two groups, or another element. */
  private static final Pattern LITERAL_OR_OTHER =
      Pattern.compile("(?:\\\\([^a-zA-Z0-9])|([^\\\\\\[({.^$+?*]))(?![?*{])|" + ELEMENT);

  private final List<Alternative> alternatives;

  /** One alternative and a text without which it cannot match. */
  private record Alternative(String literal, Pattern pattern) {
    static Alternative of(MatchResult regex) {
      return new Alternative(longestLiteral(regex.group()), Pattern.compile(regex.group()));
    }

    boolean isIn(String text) {
      return text.contains(literal) && pattern.matcher(text).find();
    }
  }

  /** Makes the clue that a regular expression describes. */
  Clue(String regex) {
    this.alternatives = ALTERNATIVE.matcher(regex).results().map(Alternative::of).toList();
  }

  /** Returns true if the text has a match of any alternative. */
  boolean isIn(String text) {
    return alternatives.stream().anyMatch(alternative -> alternative.isIn(text));
  }

  /** Returns the longest run of characters that every match must have. */
  private static String longestLiteral(String alternative) {
    String runs =
        LITERAL_OR_OTHER
            .matcher(alternative)
            .results()
            .map(element -> element.group(1) == null ? element.group(2) : element.group(1))
            .map(literal -> literal == null ? "\n" : literal)
            .collect(Collectors.joining());
    return Arrays.stream(runs.split("\n", -1))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
