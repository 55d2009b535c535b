package io.mathscale.generator.replies.json;

/**
 * Undoes escapes that a model wrote twice, so that they stand in a text that was read: {@code \\n}
 * for a line end, and two backslashes before a command.
 */
public final class DoubleEscapes {
  private DoubleEscapes() {}

  /** The text with line ends for such escapes, and one backslash before commands. */
  public static String undone(String text) {
    int first = text.indexOf('\\');
    if (first < 0) {
      return text;
    }

    boolean isDoubled = hasDoubledCommand(text, first);
    StringBuilder undone = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\\' || at + 1 >= text.length()) {
        undone.append(c);
        continue;
      }

      char next = text.charAt(at + 1);
      if (isDoubled && next == '\\') {
        undone.append('\\');
        at++;
      } else if (next == 'n' && isLineEnd(text, at + 1)) {
        undone.append('\n');
        at++;
      } else {
        undone.append(c).append(next);
        at++;
      }
    }

    return undone.toString();
  }

  private static boolean hasDoubledCommand(String text, int from) {
    for (int at = text.indexOf("\\\\", from); at >= 0; at = text.indexOf("\\\\", at + 2)) {
      int end = JsonText.lettersEnd(text, at + 2);
      if (end > at + 3 && LatexCommandNames.contains(text.substring(at + 2, end))) {
        return true;
      }
    }

    return false;
  }

  /** Whether no command begins with the n. */
  private static boolean isLineEnd(String text, int letters) {
    int end = JsonText.lettersEnd(text, letters);
    return !LatexCommandNames.contains(text.substring(letters, end));
  }
}
