package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Units;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.Token.Kind;
import io.mathscale.grader.text.Connectives;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Splits an answer in LaTeX or plain text into tokens. */
final class Lexer {
  /** Beyond Latin, Greek and Cyrillic: Hebrew, Arabic, the scripts of India and East Asia. */
  private static final char FIRST_FOREIGN_LETTER = '\u0590';

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣ";
  private static final String SUPERSCRIPT_MEANINGS = "0123456789-+nx";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₋₊ₙₓ";
  private static final String SUBSCRIPT_MEANINGS = "0123456789-+nx";

  /** The texts of single characters, of which most tokens are. */
  private static final String[] ONE_CHARACTER = oneCharacter();

  private final String text;
  private final boolean groupsThousands;
  private final List<Token> tokens;
  private final CommandLexer commands = new CommandLexer(this);
  private int at;
  private int brackets;
  private int groups;
  private int nesting;

  private Lexer(String text, boolean groupsThousands, List<Token> tokens) {
    this.text = text;
    this.groupsThousands = groupsThousands;
    this.tokens = tokens;
  }

  /**
   * The tokens of an answer, the last of which is {@link Kind#STOP}.
   *
   * @param answer the answer, without emphasis
   * @param groupsThousands whether {@code 1,234} outside brackets is one number
   * @throws LimitReachedException if there are too many
   */
  static List<Token> tokens(String answer, boolean groupsThousands) {
    List<Token> tokens = new ArrayList<>();
    new Lexer(answer, groupsThousands, tokens).run();
    tokens.add(new Token(Kind.STOP, ""));
    return tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '~') {
        at++;
      } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        number();
      } else if (c == '\\') {
        commands.command();
      } else if (isLetter(c)) {
        word();
      } else {
        sign(c);
      }
    }
  }

  /** Reads a run of small characters above or below the line as one exponent or subscript. */
  private boolean script(String characters, String meanings, char sign) {
    StringBuilder content = new StringBuilder();
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      content.append(meanings.charAt(characters.indexOf(text.charAt(at))));
      at++;
    }
    if (content.isEmpty()) {
      return false;
    }
    inner(sign + "{" + content + "}");
    return true;
  }

  private void sign(char c) {
    boolean isScript =
        c > 127
            && (script(SUPERSCRIPTS, SUPERSCRIPT_MEANINGS, '^')
                || script(SUBSCRIPTS, SUBSCRIPT_MEANINGS, '_'));
    if (isScript) {
      return;
    }
    String unicode = c > 127 ? MathVocabulary.UNICODE.get(c) : null;
    if (unicode != null) {
      at++;
      inner(unicode);
      return;
    }
    String two = twoSigns(c, peek(1));
    if (!two.isEmpty()) {
      at += 2;
      add(Kind.OPERATOR, two);
      return;
    }
    at++;
    switch (c) {
      case '(', '[' -> {
        brackets++;
        add(Kind.OPEN, oneCharacter(c));
      }
      case ')', ']' -> {
        brackets--;
        add(Kind.CLOSE, oneCharacter(c));
      }
      case '{' -> {
        if (peek(0) == '}') {
          at++;
        } else {
          groups++;
          add(Kind.OPEN, "group");
        }
      }
      case '}' -> {
        groups--;
        add(Kind.CLOSE, "group");
      }
      case '|' -> add(Kind.BAR, "|");
      case ',', ';' -> add(Kind.SEPARATOR, oneCharacter(c));
      case '+', '-', '*', '/', '^', '_', '!', '%', '=', '<', '>', ':', '\'', '&' ->
          add(Kind.OPERATOR, oneCharacter(c));
      case '.' -> ellipsis();
      case '$' -> {
        if (isMoney()) {
          currency("dollar");
        }
      }
      case '€' -> currency("euro");
      case '£' -> currency("gbp");
      case '¥', '￥' -> currency("yuan");
      case '"', '`' -> {} // marks around the answer
      default -> throw new UnreadableAnswerException("character " + c);
    }
  }

  /** The operator that two signs are together, or the empty string. */
  private static String twoSigns(char first, char second) {
    return switch (first) {
      case '<' -> second == '=' ? "<=" : "";
      case '>' -> second == '=' ? ">=" : "";
      case '!' -> second == '=' ? "!=" : "";
      case '=' -> second == '=' ? "=" : "";
      case '-' -> second == '>' ? "->" : "";
      case '*' -> second == '*' ? "^" : "";
      default -> "";
    };
  }

  /** Whether the dollar sign before this place has no partner, and a number beside it. */
  private boolean isMoney() {
    int signs = count("$") - count("\\$");
    boolean isBefore = isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)));
    boolean isBehind = !tokens.isEmpty() && last().is(Kind.NUMBER) && text.substring(at).isBlank();
    return (signs & 1) == 1 && (isBefore || isBehind);
  }

  private int count(String part) {
    int count = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
      count++;
    }
    return count;
  }

  /** A sign of money counts outside brackets, where the answer is an amount. */
  void currency(String unit) {
    boolean isOutside = brackets <= 0 && groups <= 0 && nesting == 0;
    if (isOutside) {
      add(Kind.CURRENCY, unit);
    }
  }

  /** Three dots are an ellipsis; a dot that ends a sentence is skipped. */
  private void ellipsis() {
    if (text.startsWith("..", at)) {
      at += 2;
      add(Kind.NAME, "ldots");
    }
  }

  private void number() {
    int base = prefixedBase();
    if (base > 0) {
      int end = at + 2;
      while (end < text.length() && Character.digit(text.charAt(end), base) >= 0) {
        end++;
      }
      add(Kind.NUMBER, new BigInteger(text.substring(at + 2, end), base).toString());
      at = end;
      return;
    }
    NumberLexer number = NumberLexer.from(text, at, groupsThousands && brackets <= 0);
    at = number.end();
    add(Kind.NUMBER, number.digits());
  }

  /** The base of a numeral such as {@code 0x2A}, which starts here, or 0. */
  private int prefixedBase() {
    if (peek(0) != '0') {
      return 0;
    }
    int base =
        switch (peek(1)) {
          case 'x', 'X' -> 16;
          case 'b', 'B' -> 2;
          case 'o' -> 8;
          default -> 0;
        };
    int end = at + 2;
    while (base > 0 && end < text.length() && Character.digit(text.charAt(end), base) >= 0) {
      end++;
    }
    boolean isWhole = end >= text.length() || !isLetterOrDigit(text.charAt(end));
    return end > at + 2 && end - at < GradingLimits.MAX_DIGITS / 2 && isWhole ? base : 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }

  private void word() {
    if (isVariable()) {
      letter(oneCharacter(peek(0)), Kind.NAME);
      at++;
      return;
    }
    int start = at;
    boolean isForeignRun = peek(0) >= FIRST_FOREIGN_LETTER;
    while (isLetter(peek(0)) && (peek(0) >= FIRST_FOREIGN_LETTER) == isForeignRun) {
      at++;
    }
    String word = text.substring(start, at);
    Optional<String> connective = isForeignRun ? Connectives.meaning(word) : Optional.empty();
    if (connective.isPresent()) {
      add(Kind.SEPARATOR, connective.get());
      return;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    boolean isHalfOfDay =
        (lower.equals("a") || lower.equals("p")) && text.regionMatches(true, at, ".m.", 0, 3);
    if (isHalfOfDay) {
      at += 3;
      add(Kind.TEXT, lower + "m");
      return;
    }
    boolean addsNothing = tokens.isEmpty() && MathVocabulary.BEFORE_NUMBERS.contains(lower);
    if (addsNothing) {
      return;
    }
    if (isOperator(word)) {
      add(Kind.OPERATOR, MathVocabulary.WORD_OPERATORS.get(word));
    } else if (lower.equals("and") || lower.equals("or")) {
      add(Kind.SEPARATOR, lower);
    } else if (!tokens.isEmpty() && MathVocabulary.BEFORE_CONDITIONS.contains(lower)) {
      add(Kind.SEPARATOR, "for");
    } else if (lower.equals("mod") && !tokens.isEmpty()) {
      add(Kind.COMMAND, "mod");
    } else if (lower.equals("percent") || lower.equals("percentage") || lower.equals("pct")) {
      add(Kind.OPERATOR, "%");
    } else if (lower.equals("degree") || lower.equals("degrees")) {
      add(Kind.OPERATOR, "°");
    } else if (word.length() == 1 && !isForeign(word) && !isSignOfUnit(word)) {
      letter(word, Kind.NAME);
    } else if (MathVocabulary.FUNCTIONS.containsKey(lower) && !isUnitHere(word)) {
      add(Kind.FUNCTION, MathVocabulary.FUNCTIONS.get(lower));
    } else if (MathVocabulary.CONSTANTS.containsKey(lower)) {
      add(Kind.CONSTANT, MathVocabulary.CONSTANTS.get(lower).name());
    } else if (isUnitHere(word)) {
      add(Kind.TEXT, word);
    } else if (isForeign(word)) {
      if (tokens.isEmpty() || !(last().is(Kind.NUMBER) || last().is(Kind.CLOSE))) {
        throw new UnreadableAnswerException(word);
      }
      add(Kind.TEXT, word);
    } else if (word.length() > 3 || isShortWord(word, lower)) {
      add(Kind.WORD, MathVocabulary.LETTERS.contains(word) ? letterName(word) : word);
    } else {
      for (int i = 0; i < word.length(); i++) {
        letter(word.substring(i, i + 1), Kind.NAME);
      }
    }
  }

  /** Whether a single letter stands here that is nothing but a variable or constant. */
  private boolean isVariable() {
    return isAsciiLetter(peek(0)) && !isLetter(peek(1)) && "xUaApP".indexOf(peek(0)) < 0;
  }

  private static String oneCharacter(char c) {
    return c < ONE_CHARACTER.length ? ONE_CHARACTER[c] : String.valueOf(c);
  }

  private static String[] oneCharacter() {
    String[] texts = new String[128];
    for (char c = 0; c < texts.length; c++) {
      texts[c] = String.valueOf(c);
    }
    return texts;
  }

  /** {@code Å}, which is a letter of a few languages, behind a number. */
  private boolean isSignOfUnit(String letter) {
    return letter.charAt(0) > 127 && isUnitHere(letter);
  }

  /**
   * Whether letters are used as an operator, as in {@code 3 x 10^5}, {@code (1,2) U (3,4)} and
   * {@code 2 to 3}.
   */
  private boolean isOperator(String word) {
    if (!MathVocabulary.WORD_OPERATORS.containsKey(word) || tokens.isEmpty()) {
      return false;
    }
    int next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean isBeforeDigit = next > at && next < text.length() && isDigit(text.charAt(next));
    return switch (word) {
      case "x" -> last().is(Kind.NUMBER) && isBeforeDigit && text.startsWith("10^", next);
      case "to" -> last().is(Kind.NUMBER) && isBeforeDigit;
      default ->
          last().is(Kind.CLOSE) && next < text.length() && "([{\\".indexOf(text.charAt(next)) >= 0;
    };
  }

  /** Capitals such as NO may be the ends of a segment; two letters are more often a product. */
  private static boolean isShortWord(String word, String lower) {
    return word.length() > 2
        && MathVocabulary.SHORT_WORDS.contains(lower)
        && Character.isLowerCase(word.charAt(1));
  }

  /** Whether the word is in a script in which no formula is written. */
  static boolean isForeign(String word) {
    return word.charAt(0) >= FIRST_FOREIGN_LETTER;
  }

  private boolean isUnitHere(String word) {
    if (tokens.isEmpty() || !Units.isUnit(word)) {
      return false;
    }
    Token before = tokens.get(tokens.size() - 1);
    return before.is(Kind.NUMBER)
        || before.is(Kind.TEXT)
        || before.is(Kind.CLOSE)
        || (before.is(Kind.OPERATOR, "/")
            && tokens.size() > 1
            && tokens.get(tokens.size() - 2).is(Kind.TEXT));
  }

  void letter(String letter, Kind kind) {
    switch (letter) {
      case "e" -> add(Kind.CONSTANT, "E");
      case "i", "I" -> {
        // sympy writes the imaginary unit as a capital
        if (letter.equals("i")
            || (!tokens.isEmpty() && (last().is(Kind.NUMBER) || isTimesNumber()))) {
          add(Kind.CONSTANT, "I");
        } else {
          add(kind, letter);
        }
      }
      default -> add(kind, letter);
    }
  }

  /** Whether a number or bracket times what follows was read. */
  private boolean isTimesNumber() {
    if (tokens.size() < 2 || !last().is(Kind.OPERATOR, "*")) {
      return false;
    }
    Token before = tokens.get(tokens.size() - 2);
    return before.is(Kind.NUMBER) || before.is(Kind.CLOSE);
  }

  static String letterName(String name) {
    return name.startsWith("var") ? name.substring(3) : name;
  }

  void inner(String content) {
    Lexer inner = new Lexer(content, groupsThousands, tokens);
    inner.brackets = brackets;
    inner.nesting = nesting + 1;
    if (inner.nesting > GradingLimits.MAX_DEPTH) {
      throw new LimitReachedException("depth");
    }
    inner.run();
  }

  /** The raw argument of a command: what stands in braces, else the next character. */
  String argument() {
    while (Character.isWhitespace(peek(0))) {
      at++;
    }
    if (at >= text.length()) {
      return "";
    }
    if (peek(0) != '{') {
      at++;
      return text.substring(at - 1, at);
    }
    int start = at + 1;
    int depth = 0;
    for (; at < text.length(); at++) {
      if (text.charAt(at) == '{') {
        depth++;
      } else if (text.charAt(at) == '}' && --depth == 0) {
        at++;
        return text.substring(start, at - 1);
      }
    }
    return text.substring(start);
  }

  void add(Kind kind, String content) {
    if (tokens.size() >= GradingLimits.MAX_TOKENS) {
      throw new LimitReachedException("tokens");
    }
    tokens.add(new Token(kind, content));
  }

  /** Takes the run of Latin letters that starts here, which may be empty. */
  String letters() {
    int start = at;
    while (at < text.length() && isAsciiLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Whether nothing was read so far. */
  boolean isAtStart() {
    return tokens.isEmpty();
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  /** Skips this many characters. */
  void skip(int characters) {
    at += characters;
  }

  /** Notes brackets that open (positive) or close (negative). */
  void nest(int change) {
    brackets += change;
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isLetter(char c) {
    return isAsciiLetter(c)
        || (c > 127
            && Character.isLetter(c)
            && !MathVocabulary.UNICODE.containsKey(c)
            && SUPERSCRIPTS.indexOf(c) < 0
            && SUBSCRIPTS.indexOf(c) < 0);
  }
}
