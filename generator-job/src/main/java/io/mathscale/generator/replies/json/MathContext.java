package io.mathscale.generator.replies.json;

/** Follows a text character by character and tells whether it is inside mathematics. */
final class MathContext {
  private boolean inDollars;
  private int brackets;
  private char last;

  /** Takes the next character of the text. */
  void add(char c) {
    if (c == '$' && last != '\\') {
      inDollars = !inDollars;
    } else if (last == '\\' && (c == '(' || c == '[')) {
      brackets++;
    } else if (last == '\\' && (c == ')' || c == ']')) {
      brackets = Math.max(0, brackets - 1);
    }

    // Of two backslashes the second escapes nothing.
    last = last == '\\' && c == '\\' ? 0 : c;
  }

  boolean isInside() {
    return inDollars || brackets > 0;
  }
}
