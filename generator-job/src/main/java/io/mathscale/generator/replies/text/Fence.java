package io.mathscale.generator.replies.text;

import java.util.Locale;
import java.util.Set;

/** Knows the lines that fence a block in Markdown, and which of them fence code. */
public final class Fence {
  private static final Set<String> CODE =
      Set.of(
          "python",
          "py",
          "python3",
          "sage",
          "java",
          "c",
          "cpp",
          "c++",
          "javascript",
          "js",
          "r",
          "matlab",
          "octave",
          "wolfram",
          "mathematica",
          "bash",
          "sh",
          "julia",
          "haskell",
          "sql",
          "asy",
          "asymptote",
          "tikz",
          "mermaid",
          "lean",
          "sympy");

  private Fence() {}

  /** Whether the line is a fence, with or without a language. */
  public static boolean isFence(String line) {
    String text = line.strip();
    boolean hasMarks = text.startsWith("```") || text.startsWith("~~~");
    // ```x = 5``` in one line is no fence.
    return hasMarks && text.indexOf(text.substring(0, 3), 3) < 0 && text.length() < 40;
  }

  /** Whether the line is a fence that names a language of programs. */
  public static boolean isCode(String line) {
    String text = line.strip();
    int from = 0;
    while (from < text.length() && (text.charAt(from) == '`' || text.charAt(from) == '~')) {
      from++;
    }

    return CODE.contains(text.substring(from).strip().toLowerCase(Locale.ROOT));
  }
}
