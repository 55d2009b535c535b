package io.mathscale.grader.text;

/**
 * Walks through the characters of an answer that carry meaning: without layout commands and
 * needless white space. Full stops at the end, which carry none, are among them.
 */
final class KeptCharacters {
  /** What follows the last character. */
  static final int END = -1;

  private final String text;
  private int at;
  private char last;
  private boolean spaced;

  KeptCharacters(String text) {
    this.text = text;
  }

  /** The next character that is kept, or {@link #END}. */
  int next() {
    while (at < text.length()) {
      char c = text.charAt(at);
      int command = c == '\\' ? layoutLength() : 0;
      if (command > 0) {
        at += command;
      } else if (c == '$') {
        at++;
      } else if (c == '~' || Character.isWhitespace(c)) {
        spaced = true;
        at++;
      } else {
        return kept(c);
      }
    }
    return END;
  }

  /** This character, or the space that is kept before it. */
  private int kept(char c) {
    if (spaced
        && (last == ',' || Character.isLetterOrDigit(last))
        && Character.isLetterOrDigit(c)) {
      spaced = false;
      last = ' ';
      return ' ';
    }
    spaced = false;
    last = c;
    at += c == '\\' && isSizedFraction() ? 2 : 1;
    return c;
  }

  /** Whether nothing but full stops is kept from a character on that was just read. */
  boolean isEndAfter(int read) {
    int c = read;
    while (c == '.') {
      c = next();
    }
    return c == END;
  }

  /** The length of the command for layout that stands here; 0 for another one. */
  private int layoutLength() {
    return switch (second()) {
      case ',', ';', ':', ' ' -> {
        spaced = true;
        yield 2;
      }
      case '!', '(', ')', '[', ']' -> 2;
      case 'l' -> lengthOf("\\left");
      case 'r' -> lengthOf("\\right");
      case 'd' -> lengthOf("\\displaystyle");
      default -> 0;
    };
  }

  private int lengthOf(String command) {
    return text.startsWith(command, at) ? command.length() : 0;
  }

  /** Whether a fraction of another size stands here, as {@code \\dfrac}. */
  private boolean isSizedFraction() {
    char size = second();
    return (size == 'd' || size == 't' || size == 'c') && text.startsWith("frac", at + 2);
  }

  private char second() {
    return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
  }
}
