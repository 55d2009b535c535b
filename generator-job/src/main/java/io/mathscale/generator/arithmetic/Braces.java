package io.mathscale.generator.arithmetic;

/** Finds the ends of arguments in braces. */
final class Braces {
  private Braces() {}

  /**
   * The index behind the argument that begins at or after an index, behind spaces: a group in
   * braces, or else nothing. A group that does not close ends with the text.
   */
  static int endOfArgument(String text, int from) {
    int start = from;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }

    if (start >= text.length() || text.charAt(start) != '{') {
      return from;
    }

    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }

    return text.length();
  }
}
