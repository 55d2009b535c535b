package io.mathscale.generator.arithmetic;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What runs of letters are: words of prose, units, operators in words, or names of quantities. */
final class WordTokens {
  /** Words of two letters that are no products of two quantities. */
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "of", "is", "in", "to", "as", "at", "by", "we", "he", "it", "so", "or", "an", "on", "if",
          "be", "do", "go", "no", "up", "us", "my", "me", "am", "cm", "mm", "km", "dm", "kg", "mg",
          "ml", "ft", "yd", "mi", "lb", "oz", "hr", "pm", "gb", "mb", "kb", "ms", "rd", "th", "nd",
          "st", "hrs", "lbs", "min", "sec", "mph", "yds", "pts", "mins", "secs", "bpm", "kmh",
          "inch", "feet", "foot", "hour", "days", "mile", "yard", "cups");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "cis", "gcd", "lcm", "max", "min", "arg", "proj", "mod", "arcsin", "arccos", "arctan",
          "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "lg", "exp", "sqrt");

  private static final Map<String, TokenKind> OPERATORS =
      Map.of(
          "times", TokenKind.TIMES,
          "plus", TokenKind.PLUS,
          "minus", TokenKind.MINUS);

  /** Words that are no units: they stand between parts of a sentence. */
  private static final Set<String> JOINING =
      Set.of(
          "a",
          "an",
          "and",
          "or",
          "so",
          "is",
          "are",
          "was",
          "were",
          "be",
          "the",
          "then",
          "thus",
          "that",
          "which",
          "this",
          "it",
          "we",
          "he",
          "she",
          "they",
          "you",
          "i",
          "if",
          "when",
          "where",
          "but",
          "because",
          "since",
          "as",
          "to",
          "of",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "with",
          "has",
          "have",
          "had",
          "gives",
          "give",
          "get",
          "gets",
          "equals",
          "equal",
          "than",
          "not",
          "yields",
          "hence",
          "therefore",
          "while",
          "plus",
          "minus",
          "times",
          "divided",
          "multiplied",
          "between",
          "also",
          "there",
          "he's",
          "she's",
          "that's",
          "it's",
          "only",
          "once",
          "until");

  /** Words directly before an operand that belong to its value: {@code half of 10 + 4}. */
  private static final Set<String> LEADING =
      Set.of(
          "half",
          "twice",
          "thrice",
          "double",
          "triple",
          "squared",
          "cubed",
          "negative",
          "remainder",
          "modulo",
          "mod",
          "base",
          "gcd",
          "lcm",
          "max",
          "min",
          "log",
          "not",
          "xor",
          "root",
          "opposite",
          "reciprocal");

  /** Words before {@code of}, {@code by} or {@code and} that make them part of a value. */
  private static final Set<String> RELATING =
      Set.of(
          "half",
          "third",
          "thirds",
          "quarter",
          "quarters",
          "fourth",
          "fourths",
          "fifth",
          "fifths",
          "sixth",
          "sixths",
          "seventh",
          "sevenths",
          "eighth",
          "eighths",
          "ninth",
          "tenth",
          "tenths",
          "percent",
          "percentage",
          "square",
          "cube",
          "root",
          "average",
          "mean",
          "double",
          "triple",
          "reciprocal",
          "opposite",
          "remainder",
          "power",
          "factorial",
          "logarithm",
          "dozen",
          "hundred",
          "thousand",
          "million",
          "hundredths",
          "most",
          "least",
          "majority",
          "none");

  /** Words directly behind an operand that belong to its value: {@code 3 million}. */
  private static final Set<String> TRAILING =
      Set.of(
          "divided",
          "multiplied",
          "percent",
          "percentage",
          "squared",
          "cubed",
          "dozen",
          "dozens",
          "score",
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "hundreds",
          "thousands",
          "millions",
          "tens",
          "tenths",
          "hundredths",
          "thousandths",
          "thirds",
          "third",
          "halves",
          "half",
          "fourths",
          "fourth",
          "quarters",
          "quarter",
          "fifths",
          "fifth",
          "sixths",
          "sixth",
          "sevenths",
          "eighths",
          "eighth",
          "ninths",
          "twelfths",
          "remainder",
          "mod",
          "modulo",
          "factorial",
          "choose",
          "o'clock",
          "pm",
          "am",
          "p",
          "r",
          "cent",
          "cents");

  private static final Set<String> COMBINING =
      Set.of("times", "plus", "minus", "over", "than", "per");

  private static final Set<String> COMBINING_BY =
      Set.of("divided", "multiplied", "multiply", "divide", "multiplying", "dividing");

  private static final Set<String> JOINING_VALUES =
      Set.of("and", "to", "by", "from", "with", "of", "or", "into");

  private static final Set<String> NUMBERED =
      Set.of(
          "week",
          "weeks",
          "day",
          "days",
          "month",
          "months",
          "year",
          "years",
          "step",
          "steps",
          "page",
          "pages",
          "chapter",
          "part",
          "grade",
          "grades",
          "table",
          "row",
          "case",
          "level",
          "number",
          "numbers",
          "problem",
          "question",
          "option",
          "remaining",
          "equation",
          "equations");

  private WordTokens() {}

  /**
   * The kind of a run of letters.
   *
   * @param isAttached whether a number stands directly before it
   */
  static TokenKind kind(String letters, boolean isAttached) {
    String lower = letters.toLowerCase(Locale.ROOT);
    if (isFunction(letters)) {
      return TokenKind.UNKNOWN; // written without a backslash it may be anything
    }

    TokenKind operator = OPERATORS.get(lower);
    if (operator != null) {
      return operator;
    }

    if (letters.length() == 1) {
      boolean isArticle = !isAttached && (letters.equals("a") || letters.equals("I"));
      return isArticle || letters.codePointAt(0) > 0x2E80 ? TokenKind.WORD : TokenKind.UNKNOWN;
    }

    boolean isShort = letters.length() == 2 || (isAttached && letters.length() <= 4);
    boolean isName = isShort && !SHORT_WORDS.contains(lower);
    boolean isProduct = letters.length() <= 4 && letters.equals(letters.toUpperCase(Locale.ROOT));
    return isName || isProduct ? TokenKind.UNKNOWN : TokenKind.WORD;
  }

  /** Whether a word in a formula is no unit: a function, or a quantity such as Total Area. */
  static boolean isQuantity(String word) {
    boolean isName =
        word.length() > 3
            && Character.isUpperCase(word.charAt(0))
            && Character.isLowerCase(word.charAt(1));
    return isName || isFunction(word);
  }

  /** Whether letters are the name of a function. */
  static boolean isFunction(String letters) {
    return FUNCTIONS.contains(letters.toLowerCase(Locale.ROOT));
  }

  /** Whether a word stands between parts of a sentence, so that it is no unit. */
  static boolean joinsSentences(String word) {
    return JOINING.contains(word.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether the words before an operand combine it with a value before them: {@code 7 more than 3 +
   * 2}.
   *
   * @param last the word directly before it
   * @param lastButOne the word before that; empty if there is none
   */
  static boolean combines(String last, String lastButOne) {
    String word = last.toLowerCase(Locale.ROOT);
    return COMBINING.contains(word)
        || (word.equals("by") && COMBINING_BY.contains(lastButOne.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether the words before an operand make it part of a larger value.
   *
   * @param last the word directly before it
   * @param lastButOne the word before that; empty if there is none
   */
  static boolean leads(String last, String lastButOne) {
    String word = last.toLowerCase(Locale.ROOT);
    boolean isPreposition =
        word.equals("of") || word.equals("by") || word.equals("and") || word.equals("the");
    return LEADING.contains(word)
        || (isPreposition && RELATING.contains(lastButOne.toLowerCase(Locale.ROOT)));
  }

  /** Whether a number behind the word is its name: {@code Week 4}. */
  static boolean isNumbered(String word) {
    return NUMBERED.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word may stand between two numbers that belong together. */
  static boolean joinsValues(String word) {
    return JOINING_VALUES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word directly behind an operand changes what it is worth. */
  static boolean trails(String word) {
    return TRAILING.contains(word.toLowerCase(Locale.ROOT));
  }
}
