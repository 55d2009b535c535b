package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.Node.Name;
import io.mathscale.grader.expression.Node.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides an answer into its labelled parts, as in {@code (1) 5; (2) 7}, {@code (a) 5 (b) 7} and
 * {@code ① 5 ② 7}.
 */
final class LabelledParts {
  /** The start of the name that a part is given. */
  static final String PART = "part ";

  private static final Pattern MARK =
      Pattern.compile(
          "(?<![^\\s;,.，；。$}])(?:[Pp]art\\s+)?(?:\\(?([1-9]|[a-h]|i{1,3}|iv|v|vi)\\)|([①-⑨]))\\s*[.:]?");

  private static final int LONGEST_MARK = 9;
  private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi");
  private static final Pattern EDGE =
      Pattern.compile(
          "^(?:[\\s;,.，；。:]|\\\\quad|\\\\qquad|\\\\[ ,;])+|(?:[\\s;,，；。]|\\\\quad|\\\\qquad|\\\\[ ,;]|\\.(?!\\d))+$");

  private LabelledParts() {}

  /**
   * The list of parts, each as the relation that its number is the part, or empty if there are not
   * at least two.
   *
   * @param text the answer
   * @param reader reads one part
   */
  static Optional<Node> read(String text, Function<String, Optional<Node>> reader) {
    if (!startsWithMark(text)) {
      return Optional.empty();
    }
    String bare = text.indexOf("\\$") < 0 ? text.replace("$", " ") : text;
    Matcher mark = MARK.matcher(bare);
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    String kind = "";
    while (mark.find()) {
      String label = mark.group(1) == null ? mark.group(2) : mark.group(1);
      if (starts.isEmpty()) {
        if (!bare.substring(0, mark.start()).isBlank()) {
          return Optional.empty();
        }
        kind = label;
      }
      if (label.equals(expected(kind, starts.size()))) {
        starts.add(mark.start());
        ends.add(mark.end());
      }
    }
    return starts.size() < 2 ? Optional.empty() : parts(bare, starts, ends, reader);
  }

  private static boolean startsWithMark(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '$')) {
      start++;
    }
    if (start >= text.length()) {
      return false;
    }
    char first = text.charAt(start);
    int close = text.indexOf(')', start);
    boolean isShort = close > start && close - start <= LONGEST_MARK;
    return (first >= '①' && first <= '⑨')
        || (isShort && (first == 'P' || first == 'p'))
        || (isShort
            && close - start <= 4
            && isLabel(text, first == '(' ? start + 1 : start, close));
  }

  /** Whether a digit, a letter or a Roman numeral may be the label between these places. */
  private static boolean isLabel(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean mayBeIn =
          i == from ? isFirstOfLabel(text.charAt(i)) : "iv".indexOf(text.charAt(i)) >= 0;
      if (!mayBeIn) {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isFirstOfLabel(char c) {
    return (c >= '1' && c <= '9') || (c >= 'a' && c <= 'i') || c == 'v';
  }

  /** The label of the part with this index, where the first is {@code first}. */
  private static String expected(String first, int index) {
    return switch (first) {
      case "1" -> String.valueOf(index + 1);
      case "a" -> String.valueOf((char) ('a' + index));
      case "①" -> String.valueOf((char) ('①' + index));
      case "i" -> index < ROMAN.size() ? ROMAN.get(index) : "";
      default -> "";
    };
  }

  private static Optional<Node> parts(
      String text,
      List<Integer> starts,
      List<Integer> ends,
      Function<String, Optional<Node>> reader) {
    List<Node> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String part = EDGE.matcher(text.substring(ends.get(i), end)).replaceAll("");
      Optional<Node> node = part.isEmpty() ? Optional.empty() : reader.apply(part);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      String name = PART + (i + 1);
      parts.add(new Relation(List.of(new Name(name), node.get()), List.of("="), List.of(name, "")));
    }
    return Optional.of(Node.Group.list(parts));
  }
}
