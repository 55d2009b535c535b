package io.mathscale.generator.replies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs LaTeX that a model wrote into JSON without doubling its backslashes, where JSON would
 * read {@code \frac} as a form feed and {@code \times} as a tab, or not at all.
 */
final class LatexEscapes {
  /**
   * A backslash and what follows it: an escape that JSON has and means (quote, backslash, slash,
   * character number), or one that a LaTeX command begins with.
   */
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:[\"\\\\/]|u[0-9a-fA-F]{4}|([a-zA-Z]+)|(.)|$)", Pattern.DOTALL);

  /**
   * Letters that make a LaTeX command. Those that begin with n, r or t may be a line end, return or
   * tab before a word, so only the common commands count; backspaces and form feeds are never
   * meant.
   */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?![nrt]).*"
              + "|n(?:eq|abla|ot|otin|ewline|leq|geq|mid|parallel|subseteq|earrow|warrow)"
              + "|r(?:ight|ightarrow|angle|ceil|floor|ho|vert|Vert|m|oot|brace)"
              + "|t(?:imes|ext|extbf|extit|extrm|heta|an|anh|au|o|op|frac|binom|ilde|riangle)"
              + "|t(?:riangleq|herefore)");

  private LatexEscapes() {}

  /** The same JSON with the backslashes of LaTeX doubled. */
  static String repaired(String json) {
    Matcher escapes = ESCAPE.matcher(json);
    StringBuilder repaired = new StringBuilder();
    while (escapes.find()) {
      String letters = escapes.group(1);
      boolean isLatex =
          letters == null ? escapes.group(2) != null : COMMAND.matcher(letters).matches();
      String escape = isLatex ? "\\" + escapes.group() : escapes.group();
      escapes.appendReplacement(repaired, Matcher.quoteReplacement(escape));
    }

    return escapes.appendTail(repaired).toString();
  }
}
