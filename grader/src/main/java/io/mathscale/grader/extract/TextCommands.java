package io.mathscale.grader.extract;

import io.mathscale.grader.text.BraceMatcher;

/** Takes words out of the commands that set them as text: {@code \text{so } x} is {@code so x}. */
final class TextCommands {
  private static final String[] COMMANDS = {
    "\\text{", "\\textbf{", "\\textit{", "\\textrm{", "\\mbox{", "\\mathrm{", "\\mathbf{"
  };

  private TextCommands() {}

  /** The text without these commands and their braces. */
  static String unwrapped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    int[] closing = BraceMatcher.closing(text);
    boolean[] isDropped = new boolean[text.length()];
    for (String command : COMMANDS) {
      int at = text.indexOf(command);
      while (at >= 0) {
        int open = at + command.length() - 1;
        if (closing[open] >= 0) {
          for (int i = at; i <= open; i++) {
            isDropped[i] = true;
          }
          isDropped[closing[open]] = true;
        }
        at = text.indexOf(command, open);
      }
    }
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isDropped[i]) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
