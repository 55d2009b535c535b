package io.mathscale.core.text;

import io.mathscale.core.text.TokenList.Kind;
import java.util.Locale;
import java.util.Set;

/** Reads the commands of LaTeX, which begin with a backslash. */
final class CommandReader {
  /** An argument that goes with its command, or the name of an environment, is no longer. */
  private static final int MAX_ARGUMENT = 64;

  /** Environments that name their columns in an argument. */
  private static final Set<String> COLUMNS = Set.of("array", "tabular");

  private final String text;
  private final TokenList tokens;

  CommandReader(String text, TokenList tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Reads the command at an index.
   *
   * @return the index after it
   */
  int read(int start) {
    int end = start + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }

    return end == start + 1
        ? character(end)
        : named(text.substring(start + 1, end).toLowerCase(Locale.ROOT), end);
  }

  /** A command of one character: a bracket, a percent sign, or else space and delimiters. */
  private int character(int index) {
    if (index == text.length()) {
      return index;
    }

    switch (text.charAt(index)) {
      case '{' -> tokens.add("{", Kind.OPENING);
      case '}' -> tokens.add("}", Kind.CLOSING);
      case '%' -> tokens.add("%", Kind.OPERATOR);
      case '|' -> tokens.add("‖", Kind.OPERATOR);
      default -> {
        return Character.isLetterOrDigit(text.charAt(index)) ? index : index + 1;
      }
    }

    return index + 1;
  }

  private int named(String name, int end) {
    if (LatexNames.isNothing(name)) {
      return end;
    }

    if (LatexNames.isStyle(name)) {
      return style(end);
    }

    if (LatexNames.takesItsArgumentAway(name)) {
      return afterArgument(afterStar(end));
    }

    if (name.equals("begin") || name.equals("end")) {
      return environment(name, end);
    }

    add(LatexNames.token(name));
    return end;
  }

  private void add(String token) {
    switch (token) {
      case "frac" -> tokens.openFraction();
      case "{", "[", "⌊", "⌈", "⟨" -> tokens.add(token, Kind.OPENING);
      case "}", "]", "⌋", "⌉", "⟩" -> tokens.add(token, Kind.CLOSING);
      case "∘" -> {
        tokens.add(token, Kind.OPERATOR);
        tokens.raiseCircle();
      }
      default -> tokens.add(token, kind(token));
    }
  }

  private static Kind kind(String token) {
    if (!Character.isLetter(token.charAt(0))) {
      return Kind.OPERATOR;
    }

    return token.length() == 1 ? Kind.LETTER : Kind.OPERATOR;
  }

  private int style(int end) {
    int next = afterSpaces(afterStar(end));
    if (next < text.length() && text.charAt(next) == '{') {
      tokens.openUnseen();
      return next + 1;
    }

    return end;
  }

  private int environment(String command, int end) {
    int after = afterArgument(end);
    if (after == end) {
      return end;
    }

    String name =
        text.substring(text.indexOf('{', end) + 1, after - 1)
            .replace("*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    if (LatexNames.isLayoutEnvironment(name)) {
      return after;
    }

    tokens.add(command, Kind.OPERATOR);
    tokens.add(name.isEmpty() ? command : name, Kind.OPERATOR);
    boolean hasColumns = command.equals("begin") && COLUMNS.contains(name);
    return hasColumns ? afterArgument(after) : after;
  }

  /** The index after an argument in braces, or the same index where there is none. */
  private int afterArgument(int index) {
    int open = afterSpaces(index);
    if (open >= text.length() || text.charAt(open) != '{') {
      return index;
    }

    int last = Math.min(text.length(), open + MAX_ARGUMENT);
    int depth = 0;
    for (int i = open; i < last; i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }

    return index;
  }

  private int afterStar(int index) {
    return index < text.length() && text.charAt(index) == '*' ? index + 1 : index;
  }

  private int afterSpaces(int index) {
    int next = index;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }

    return next;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
