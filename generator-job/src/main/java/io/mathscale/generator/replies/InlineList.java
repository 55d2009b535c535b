package io.mathscale.generator.replies;

import java.util.ArrayList;
import java.util.List;

/** Names in one line: {@code Algebra, Geometry, and Sets of numbers (N, Z)}. */
final class InlineList {
  private InlineList() {}

  /** The names between semicolons if there are any, else between commas outside of brackets. */
  static List<String> names(String line) {
    char separator = line.indexOf(';') >= 0 ? ';' : ',';
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      char next = line.charAt(at);
      depth += "([{".indexOf(next) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(next) >= 0 ? 1 : 0;
      if (next == separator && depth <= 0) {
        names.add(name(line.substring(start, at)));
        start = at + 1;
      }
    }

    names.add(name(line.substring(start)));
    names.removeIf(String::isEmpty);
    return names;
  }

  private static String name(String part) {
    return part.strip().replaceFirst("^and\\s+", "");
  }
}
