package io.mathscale.generator.replies.json;

/**
 * Repairs LaTeX in JSON that is valid though its backslashes were not doubled: {@code \neq} is read
 * as a line end there. An escape becomes a command where its letters make a known one, it stands in
 * mathematics, and no other backslash of the JSON is doubled.
 */
final class LatexInValidJson {
  private LatexInValidJson() {}

  /** The same JSON, with the backslashes of such commands doubled. */
  static String repaired(String json) {
    if (json.indexOf('\\') < 0 || json.contains("\\\\")) {
      return json;
    }

    StringBuilder repaired = new StringBuilder(json.length() + 16);
    MathContext context = new MathContext();
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      if (c == '\\' && at + 1 < json.length()) {
        repaired.append(isCommand(json, at, context) ? "\\\\" : "\\").append(json.charAt(++at));
      } else {
        repaired.append(c);
        context = c == '"' ? new MathContext() : context;
        context.add(c);
      }
    }

    return repaired.toString();
  }

  private static boolean isCommand(String json, int backslash, MathContext context) {
    char escape = json.charAt(backslash + 1);
    if ("bfnrt".indexOf(escape) < 0) {
      return false;
    }

    int end = JsonText.lettersEnd(json, backslash + 1);
    boolean isKnown = LatexCommandNames.contains(json.substring(backslash + 1, end));
    // Backspaces and form feeds are never meant, and braces follow commands only.
    boolean isClear =
        escape == 'b'
            || escape == 'f'
            || (end < json.length() && "{_^".indexOf(json.charAt(end)) >= 0);
    return isKnown && (isClear || context.isInside());
  }
}
