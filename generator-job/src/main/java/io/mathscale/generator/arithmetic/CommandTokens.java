package io.mathscale.generator.arithmetic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What commands of LaTeX are, as far as arithmetic is concerned. */
final class CommandTokens {
  private static final Map<String, TokenKind> KINDS = new HashMap<>();

  /** Space, size and style, which change no value. */
  private static final Set<String> IGNORED =
      Set.of(
          ",",
          ";",
          ":",
          "!",
          " ",
          "$",
          "left",
          "right",
          "big",
          "Big",
          "bigg",
          "Bigg",
          "bigl",
          "bigr",
          "Bigl",
          "Bigr",
          "biggl",
          "biggr",
          "displaystyle",
          "textstyle",
          "boxed",
          "fbox",
          "mathbf",
          "bf",
          "mathrm",
          "rm",
          "it",
          "textit",
          "textbf",
          "emph",
          "underline",
          "limits",
          "allowbreak",
          "nonumber",
          "hfill",
          "noindent",
          "textdollar",
          "pounds",
          "euro",
          "thinspace",
          "tiny",
          "small",
          "large");

  /** Commands whose argument is prose. */
  private static final Set<String> PROSE =
      Set.of("text", "mbox", "hbox", "textrm", "textnormal", "textsf", "operatorname", "tag");

  /** Commands whose argument is no part of the formula. */
  private static final Set<String> SKIPPED =
      Set.of("begin", "end", "hspace", "vspace", "phantom", "hphantom", "color", "label");

  /** Commands that no line break stands before without a space. */
  private static final Set<String> DOUBLED =
      Set.of(
          "frac", "dfrac", "tfrac", "binom", "sqrt", "cdot", "times", "boxed", "left", "right",
          "text", "div", "pi");

  private static final Set<String> TRIGONOMETRIC =
      Set.of("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan");

  static {
    put(TokenKind.TIMES, "times", "cdot");
    put(TokenKind.DIVIDE, "div");
    put(TokenKind.FRACTION, "frac", "dfrac", "tfrac", "cfrac");
    put(TokenKind.BINOMIAL, "binom", "dbinom", "tbinom");
    put(TokenKind.ROOT, "sqrt");
    put(TokenKind.PERCENT, "%");
    put(TokenKind.DEGREE, "degree", "circ");
    put(TokenKind.PI, "pi");
    put(
        TokenKind.RELATION,
        "approx",
        "neq",
        "ne",
        "equiv",
        "le",
        "leq",
        "leqslant",
        "lt",
        "ge",
        "geq",
        "geqslant",
        "gt",
        "sim",
        "simeq",
        "cong",
        "doteq",
        "propto",
        "in",
        "mid",
        "nmid",
        "parallel",
        "not",
        "stackrel",
        "overset");
    put(
        TokenKind.FUNCTION,
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "log",
        "ln",
        "lg",
        "exp",
        "lfloor",
        "rfloor",
        "lceil",
        "rceil",
        "lvert",
        "rvert");
    put(TokenKind.OPEN, "lbrack", "lparen");
    put(TokenKind.CLOSE, "rbrack", "rparen");
    put(TokenKind.LINE, "\\", "quad", "qquad", "newline", "par", "cr", "item");
    put(
        TokenKind.BREAK,
        "implies",
        "Rightarrow",
        "Longrightarrow",
        "rightarrow",
        "longrightarrow",
        "to",
        "iff",
        "Leftrightarrow",
        "therefore",
        "because",
        "(",
        ")",
        "[",
        "]",
        "hline",
        "land",
        "lor");
  }

  private CommandTokens() {}

  private static void put(TokenKind kind, String... names) {
    for (String name : names) {
      KINDS.put(name, kind);
    }
  }

  /** Whether the name of a command that belongs to a number stands at an index. */
  static boolean startsWithKnown(String text, int from) {
    return DOUBLED.stream().anyMatch(name -> text.startsWith(name, from));
  }

  static boolean isIgnored(String name) {
    return IGNORED.contains(name);
  }

  static boolean isProse(String name) {
    return PROSE.contains(name);
  }

  static boolean isTrigonometric(String name) {
    return TRIGONOMETRIC.contains(name);
  }

  static boolean isSkippedWithArgument(String name) {
    return SKIPPED.contains(name);
  }

  /** What a command is; one that is not known is {@link TokenKind#UNKNOWN}. */
  static TokenKind kind(String name) {
    return KINDS.getOrDefault(name, TokenKind.UNKNOWN);
  }
}
