package io.mathscale.generator.near;

import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import java.util.List;
import java.util.Set;

/** Numbers that stand for tokens, and what is made of them. */
public final class Codes {
  /** The last two bits of a word; the bits above them are those of its hash. */
  private static final int WORD = 0;

  /** The last two bits of a word, or a part of one, that is an ideograph. */
  private static final int IDEOGRAPH = 2;

  /**
   * The last two bits of a token that must not change: a number, an operator, a function, a
   * variable.
   */
  private static final int FIXED = 1;

  /** The last two bits of what looks like the name of a point: no other may take its place. */
  private static final int LABEL = 3;

  /**
   * Tokens of a run. Short, since a changed word takes all runs along that it is in, and a question
   * of eight tokens must keep one.
   */
  public static final int RUN = 3;

  private static final int SHIFT = 26;

  /** Operators whose change changes what is asked; a bracket more or less does not. */
  private static final String OPERATORS = "+-*/^=<>≤≥≠±∓!%·∪∩∈⊂⊆∘°|";

  /** Functions of numbers, but for those that are words, too: a sine is as much as a number. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "sqrt", "sin", "cos", "cot", "csc", "arcsin", "arccos", "arctan", "arccot", "sinh",
          "cosh", "tanh", "ln");

  private Codes() {}

  /** The codes of the tokens of a question. */
  public static int[] of(List<String> tokens) {
    int[] codes = Shingles.hashes(tokens);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (codes[i] & ~LABEL) | kind(tokens, i);
    }

    return codes;
  }

  /** The code of a token that is a word. */
  static int ofWord(String token) {
    return (Shingles.hash(token) & ~LABEL) | (NormalForm.isIdeograph(token) ? IDEOGRAPH : WORD);
  }

  /**
   * Numbers, operators, variables, names of points, and words of which the letters are asked for:
   * changed, they ask for something else.
   */
  private static int kind(List<String> tokens, int place) {
    String token = tokens.get(place);
    boolean isSpelt = place > 0 && tokens.get(place - 1).equals("word");
    if (isSpelt || isVariable(token) || isValue(token)) {
      return FIXED;
    }

    if (NormalForm.isIdeograph(token)) {
      return IDEOGRAPH;
    }

    return Opposites.isLabel(token) ? LABEL : WORD;
  }

  private static boolean isVariable(String token) {
    return token.length() == 1
        && Character.isLetter(token.charAt(0))
        && !NormalForm.isIdeograph(token)
        && !token.equals("a"); // The article.
  }

  private static boolean isValue(String token) {
    return NormalForm.isNumber(token)
        || FUNCTIONS.contains(token)
        || (token.length() == 1 && OPERATORS.indexOf(token.charAt(0)) >= 0);
  }

  /** Whether a token must not change. */
  public static boolean isFixed(int code) {
    return (code & LABEL) == FIXED;
  }

  /** Whether a token looks like the name of a point. */
  public static boolean isLabel(int code) {
    return (code & LABEL) == LABEL;
  }

  /** Whether a token is neither fixed nor a label. */
  public static boolean isWord(int code) {
    return (code & FIXED) == WORD;
  }

  /** Whether a token is an ideograph: a word, or a part of one. */
  public static boolean isIdeograph(int code) {
    return (code & LABEL) == IDEOGRAPH;
  }

  /** About how many words and signs: two ideographs are a word, as most of Chinese are. */
  public static int words(int[] codes) {
    int ideographs = 0;
    for (int code : codes) {
      ideographs += isIdeograph(code) ? 1 : 0;
    }

    return codes.length - ideographs / 2;
  }

  /** The lines of {@link Opposites} that a word stands in, as bits; 0 for most words. */
  public static long lines(int code) {
    return isWord(code) ? Opposites.lines(code) : 0;
  }

  /** A hash for each run. */
  public static long[] runs(int[] codes) {
    return Shingles.runs(codes, RUN);
  }

  /**
   * A bit for each token, or each that must not change, by the last bits of its hash: a bit that
   * another question does not have is a token that it does not have.
   */
  public static long bits(int[] codes, boolean isFixed) {
    long bits = 0;
    for (int code : codes) {
      if (isFixed(code) == isFixed) {
        bits |= 1L << (code >>> SHIFT);
      }
    }

    return bits;
  }
}
