package io.mathscale.generator.replies.concepts;

import java.util.ArrayList;
import java.util.List;

/** Names in one line: {@code Algebra, Geometry, and Sets of numbers (N, Z)}. */
final class InlineList {
  private static final List<String> LAST =
      List.of("and ", "und ", "y ", "et ", "e ", "и ", "以及", "和", "及");

  private InlineList() {}

  /** The names between semicolons if there are any, else between commas outside of brackets. */
  static List<String> names(String line) {
    String separators =
        line.indexOf(';') >= 0 || line.indexOf('；') >= 0
            ? ";；"
            : line.indexOf(" | ") > 0 ? "|" : ",，、";
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean inMath = false;
    for (int at = 0; at < line.length(); at++) {
      char next = line.charAt(at);
      inMath ^= next == '$';
      depth += "([{（".indexOf(next) >= 0 ? 1 : 0;
      depth -= ")]}）".indexOf(next) >= 0 ? 1 : 0;
      if (separators.indexOf(next) >= 0 && depth <= 0 && !inMath) {
        names.add(name(line.substring(start, at)));
        start = at + 1;
      }
    }

    names.add(name(line.substring(start)));
    names.removeIf(String::isEmpty);
    return names;
  }

  private static String name(String part) {
    String text = part.strip();
    for (String word : LAST) {
      if (text.startsWith(word)) {
        return text.substring(word.length()).strip();
      }
    }

    return text;
  }
}
