package io.mathscale.generator.replies.concepts;

import java.util.ArrayList;
import java.util.List;

/** Names in one line: {@code Algebra, Geometry, and Sets of numbers (N, Z)}. */
final class InlineList {
  private static final List<String> LAST =
      List.of("and ", "und ", "y ", "et ", "e ", "и ", "以及", "和", "及");

  /** No list in a line is longer; the rest is one item. */
  private static final int MOST = 100;

  private InlineList() {}

  /** The names between semicolons if there are any, else between commas outside of brackets. */
  static List<String> names(String line) {
    List<String> numbered = numbered(line.strip());
    if (numbered.size() > 1) {
      return numbered;
    }

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

  /** {@code 1. Algebra 2. Geometry}: the items, or nothing where none is numbered. */
  private static List<String> numbered(String line) {
    List<String> items = new ArrayList<>();
    int from = mark(line, 1, 0);
    for (int number = 2; from == 0 || !items.isEmpty(); number++) {
      int next = number > MOST ? -1 : mark(line, number, from + 1);
      if (next < 0) {
        items.add(line.substring(from));
        return items;
      }

      items.add(line.substring(from, next).strip());
      from = next;
    }

    return items;
  }

  /** Where the mark with a number stands, at the beginning or after a space; else −1. */
  private static int mark(String line, int number, int from) {
    for (String end : List.of(". ", ") ", "、", "．", ")")) {
      int at = line.indexOf(number + end, from);
      if (at == 0 || (at > 0 && " ；;，,".indexOf(line.charAt(at - 1)) >= 0)) {
        return at;
      }
    }

    return -1;
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
