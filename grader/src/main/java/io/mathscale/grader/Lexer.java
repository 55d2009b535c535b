package io.mathscale.grader;

import io.mathscale.grader.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an answer in LaTeX or plain text into tokens. */
final class Lexer {
  /** Beyond Latin, Greek and Cyrillic: Hebrew, Arabic, the scripts of India and East Asia. */
  private static final char FIRST_FOREIGN_LETTER = '\u0590';

  private final String text;
  private final boolean groupsThousands;
  private final List<Token> tokens;
  private int at;
  private int brackets;
  private int nesting;
  private boolean spaced;

  private Lexer(String text, boolean groupsThousands, List<Token> tokens) {
    this.text = text;
    this.groupsThousands = groupsThousands;
    this.tokens = tokens;
  }

  /**
   * The tokens of an answer, with one that stops at the end.
   *
   * @param answer the answer, clean of wrapping
   * @param groupsThousands whether {@code 1,234} outside brackets is one number
   * @throws LimitReached if there are too many
   */
  static List<Token> tokens(String answer, boolean groupsThousands) {
    List<Token> tokens = new ArrayList<>();
    new Lexer(answer, groupsThousands, tokens).run();
    tokens.add(new Token(Kind.STOP, "", true));
    return tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '~') {
        spaced = true;
        at++;
      } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        number();
      } else if (c == '\\') {
        command();
      } else if (isLetter(c)) {
        word();
      } else {
        sign(c);
      }
    }
  }

  private void sign(char c) {
    String unicode = Vocabulary.UNICODE.get(c);
    if (unicode != null) {
      at++;
      inner(unicode);
      return;
    }
    String two = text.substring(at, Math.min(at + 2, text.length()));
    switch (two) {
      case "<=", ">=", "!=", "->" -> {
        at += 2;
        add(Kind.OPERATOR, two);
        return;
      }
      case "**" -> {
        at += 2;
        add(Kind.OPERATOR, "^");
        return;
      }
      case "==" -> {
        at += 2;
        add(Kind.OPERATOR, "=");
        return;
      }
      default -> {}
    }

    at++;
    switch (c) {
      case '(', '[' -> {
        brackets++;
        add(Kind.OPEN, String.valueOf(c));
      }
      case ')', ']' -> {
        brackets--;
        add(Kind.CLOSE, String.valueOf(c));
      }
      case '{' -> add(Kind.OPEN, "group");
      case '}' -> add(Kind.CLOSE, "group");
      case '|' -> add(Kind.BAR, "|");
      case ',', ';' -> add(Kind.SEPARATOR, String.valueOf(c));
      case '+', '-', '*', '/', '^', '_', '!', '%', '=', '<', '>', ':', '\'', '&' ->
          add(Kind.OPERATOR, String.valueOf(c));
      case '.' -> ellipsis();
      case '$', '€', '£', '¥', '"', '`' -> spaced = true;
      default -> throw new Unreadable("character " + c);
    }
  }

  /** Three points stand for what is left out; a point at the end of a sentence for nothing. */
  private void ellipsis() {
    if (text.startsWith("..", at)) {
      at += 2;
      add(Kind.NAME, "ldots");
    } else if (!text.substring(at).isBlank()) {
      spaced = true;
    }
  }

  private void number() {
    StringBuilder digits = new StringBuilder();
    int start = at;
    digits(digits);
    boolean mayGroup = digits.length() <= 3 && text.charAt(start) != '0';
    while (mayGroup && thousands()) {
      digits(digits);
    }
    if (peek(0) == '.' && (isDigit(peek(1)) || endsHere(at + 1))) {
      at++;
      if (isDigit(peek(0))) {
        digits.append('.');
        digits(digits);
      } else if (text.startsWith("\\overline", at) || text.startsWith("\\bar", at)) {
        digits.append('.');
      }
    }
    exponent(digits);
    if (digits.length() > Limits.MAX_DIGITS) {
      throw new LimitReached("digits");
    }
    add(Kind.NUMBER, digits.toString());
  }

  private void digits(StringBuilder digits) {
    while (isDigit(peek(0))) {
      digits.append(peek(0));
      at++;
    }
  }

  private boolean endsHere(int from) {
    return from >= text.length() || !isLetter(text.charAt(from));
  }

  /** Steps over a separator of thousands, if one stands here. */
  private boolean thousands() {
    for (String separator : new String[] {"{,}", ",\\!", "\\,", "{,\\!}", "{\\,}", ",", " "}) {
      if (!text.startsWith(separator, at)) {
        continue;
      }
      boolean plain = separator.equals(",") || separator.equals(" ");
      if (plain && (brackets > 0 || !groupsThousands)) {
        return false;
      }
      int next = at + separator.length();
      while (!plain && next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (isDigitAt(next) && isDigitAt(next + 1) && isDigitAt(next + 2) && !isDigitAt(next + 3)) {
        at = next;
        return true;
      }
    }

    return false;
  }

  /** {@code 1.5e3} and {@code 2e-05}, as programs print them; {@code 3e-2} may be 3e − 2. */
  private void exponent(StringBuilder digits) {
    char e = peek(0);
    if (e != 'e' && e != 'E') {
      return;
    }
    boolean signed = peek(1) == '-' || peek(1) == '+';
    int first = signed ? 2 : 1;
    if (!isDigit(peek(first))) {
      return;
    }
    if (signed && digits.indexOf(".") < 0 && !isDigit(peek(first + 1))) {
      return;
    }
    digits.append('e').append(signed && peek(1) == '-' ? "-" : "");
    at += first;
    digits(digits);
  }

  private void word() {
    int start = at;
    while (isLetter(peek(0))) {
      at++;
    }
    String word = text.substring(start, at);
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("and") || lower.equals("or")) {
      add(Kind.SEPARATOR, lower);
    } else if (lower.equals("percent") || lower.equals("percentage") || lower.equals("pct")) {
      add(Kind.OPERATOR, "%");
    } else if (lower.equals("degree") || lower.equals("degrees")) {
      add(Kind.OPERATOR, "°");
    } else if (word.length() == 1 && !isForeign(word)) {
      letter(word, Kind.NAME);
    } else if (Vocabulary.FUNCTIONS.containsKey(lower) && !isUnitHere(word)) {
      add(Kind.FUNCTION, Vocabulary.FUNCTIONS.get(lower));
    } else if (Vocabulary.CONSTANTS.containsKey(lower)) {
      add(Kind.CONSTANT, Vocabulary.CONSTANTS.get(lower).name());
    } else if (isUnitHere(word)) {
      add(Kind.TEXT, word);
    } else if (isForeign(word)) {
      if (tokens.isEmpty() || !(last().is(Kind.NUMBER) || last().is(Kind.CLOSE))) {
        throw new Unreadable(word);
      }
      add(Kind.TEXT, word);
    } else if (word.length() > 3 || isShortWord(word, lower)) {
      add(Kind.WORD, Vocabulary.LETTERS.contains(word) ? letterName(word) : word);
    } else {
      for (int i = 0; i < word.length(); i++) {
        letter(word.substring(i, i + 1), Kind.NAME);
      }
    }
  }

  /** Capitals such as NO may be the ends of a segment. */
  private static boolean isShortWord(String word, String lower) {
    return Vocabulary.SHORT_WORDS.contains(lower) && Character.isLowerCase(word.charAt(1));
  }

  /** Whether the word is in a script in which no formula is written. */
  private static boolean isForeign(String word) {
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

  private void letter(String letter, Kind kind) {
    switch (letter) {
      case "e" -> add(Kind.CONSTANT, "E");
      case "i", "I" -> {
        // sympy writes the imaginary unit as a capital
        if (letter.equals("i") || (!tokens.isEmpty() && last().is(Kind.NUMBER))) {
          add(Kind.CONSTANT, "I");
        } else {
          add(kind, letter);
        }
      }
      default -> add(kind, letter);
    }
  }

  private static String letterName(String name) {
    return name.startsWith("var") ? name.substring(3) : name;
  }

  private void command() {
    at++;
    char c = peek(0);
    if (!isLetter(c)) {
      at++;
      switch (c) {
        case '{' -> {
          brackets++;
          add(Kind.OPEN, "{");
        }
        case '}' -> {
          brackets--;
          add(Kind.CLOSE, "}");
        }
        case '\\' -> add(Kind.SEPARATOR, "\\\\");
        case '%' -> add(Kind.OPERATOR, "%");
        case '|' -> add(Kind.BAR, "|");
        case '$', ',', ';', ':', '!', ' ', '(', ')', '[', ']', '\n', '\t', '\0', '>' ->
            spaced = true;
        case '#', '&', '_' -> spaced = true;
        default -> throw new Unreadable("command \\" + c);
      }
      return;
    }
    int start = at;
    while (isAsciiLetter(peek(0))) {
      at++;
    }
    if (at == start) {
      throw new Unreadable("command \\" + c);
    }
    named(text.substring(start, at));
  }

  private void named(String name) {
    switch (name) {
      case "left", "right" -> delimiter();
      case "lbrace" -> add(Kind.OPEN, "{");
      case "rbrace" -> add(Kind.CLOSE, "}");
      case "lfloor", "lceil" -> add(Kind.OPEN, name);
      case "rfloor", "rceil" -> add(Kind.CLOSE, "l" + name.substring(1));
      case "langle", "lparen", "lgroup" -> add(Kind.OPEN, "(");
      case "rangle", "rparen", "rgroup" -> add(Kind.CLOSE, ")");
      case "lbrack" -> add(Kind.OPEN, "[");
      case "rbrack" -> add(Kind.CLOSE, "]");
      case "vert", "lvert", "rvert", "Vert", "lVert", "rVert", "textbar" -> add(Kind.BAR, "|");
      case "begin" -> begin();
      case "end" -> add(Kind.END, environment());
      case "ldots", "cdots", "dots", "dotsc", "dotsb", "vdots", "ddots", "dotsm", "dotso" ->
          add(Kind.NAME, "ldots");
      case "emptyset", "varnothing", "O" -> add(Kind.CONSTANT, "EMPTY");
      case "mathbb", "Bbb" -> add(Kind.NAME, "set " + argument());
      case "textcircled" -> add(Kind.NUMBER, argument().strip());
      case "color", "textcolor", "hspace", "vspace", "kern", "label", "tag" -> argument();
      case "land" -> add(Kind.SEPARATOR, "and");
      case "lor" -> add(Kind.SEPARATOR, "or");
      case "And" -> add(Kind.SEPARATOR, "and");
      default -> other(name);
    }
  }

  private void other(String name) {
    if (Vocabulary.TEXTS.contains(name)) {
      inText(argument());
    } else if (Vocabulary.ALPHABETS.contains(name)) {
      inAlphabet(argument());
    } else if (Vocabulary.FUNCTIONS.containsKey(name) && !name.equals("sqrt")) {
      add(Kind.FUNCTION, Vocabulary.FUNCTIONS.get(name));
    } else if (Vocabulary.CONSTANTS.containsKey(name)) {
      add(Kind.CONSTANT, Vocabulary.CONSTANTS.get(name).name());
    } else if (Vocabulary.OPERATORS.containsKey(name)) {
      String sign = Vocabulary.OPERATORS.get(name);
      add(sign.equals("|") ? Kind.BAR : Kind.OPERATOR, sign);
    } else if (Vocabulary.COMMANDS.containsKey(name)) {
      add(Kind.COMMAND, Vocabulary.COMMANDS.get(name));
    } else if (Vocabulary.BIG_OPERATORS.contains(name)) {
      add(Kind.BIG, name);
    } else if (Vocabulary.LETTERS.contains(name)) {
      add(Kind.NAME, letterName(name));
    } else if (!Vocabulary.DECORATIONS.contains(name)) {
      if (Vocabulary.LAYOUT.contains(name) || Vocabulary.SPACES.contains(name)) {
        spaced = true;
      } else {
        throw new Unreadable("command \\" + name);
      }
    }
  }

  /** Steps over what {@code \left.} and {@code \right.} stand for; other delimiters are read. */
  private void delimiter() {
    while (Character.isWhitespace(peek(0))) {
      at++;
    }
    if (peek(0) == '.') {
      at++;
    }
  }

  private void begin() {
    String name = environment();
    add(Kind.BEGIN, name);
    if (name.equals("array") || name.equals("tabular")) {
      argument();
    }
  }

  private String environment() {
    String name = argument().strip();
    return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
  }

  private void inText(String content) {
    String inner = content.strip();
    while (!inner.isEmpty() && ",;".indexOf(inner.charAt(0)) >= 0) {
      add(Kind.SEPARATOR, inner.substring(0, 1));
      inner = inner.substring(1).strip();
    }
    if (inner.isEmpty()) {
      spaced = true;
    } else if (inner.equals("and") || inner.equals("or")) {
      add(Kind.SEPARATOR, inner);
    } else if (inner.length() == 1 && isLetter(inner.charAt(0))) {
      letter(inner, Kind.UPRIGHT);
    } else if (isLetter(inner.charAt(0))
        && !Vocabulary.CONSTANTS.containsKey(inner)
        && !inner.startsWith("percent")
        && !inner.startsWith("degree")) {
      add(Kind.TEXT, inner);
    } else {
      inner(inner);
    }
  }

  private void inAlphabet(String content) {
    String inner = content.replace("~", "").replace("\\,", "").replace("\\ ", "").strip();
    if (inner.length() == 1 && isLetter(inner.charAt(0))) {
      letter(inner, Kind.UPRIGHT);
    } else if (!inner.isEmpty()
        && inner.chars().allMatch(Character::isLetter)
        && !Vocabulary.FUNCTIONS.containsKey(inner)
        && !Vocabulary.CONSTANTS.containsKey(inner)) {
      add(Units.isUnit(inner) ? Kind.TEXT : Kind.WORD, inner);
    } else {
      inner(inner);
    }
  }

  private void inner(String content) {
    Lexer inner = new Lexer(content, groupsThousands, tokens);
    inner.brackets = brackets;
    inner.nesting = nesting + 1;
    if (inner.nesting > Limits.MAX_DEPTH) {
      throw new LimitReached("depth");
    }
    inner.spaced = spaced;
    inner.run();
    spaced = inner.spaced;
  }

  /** The raw argument of a command: what stands in braces, else the next character. */
  private String argument() {
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

  private void add(Kind kind, String content) {
    if (tokens.size() >= Limits.MAX_TOKENS) {
      throw new LimitReached("tokens");
    }
    tokens.add(new Token(kind, content, spaced));
    spaced = false;
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private boolean isDigitAt(int index) {
    return index < text.length() && isDigit(text.charAt(index));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLetter(char c) {
    return isAsciiLetter(c)
        || (c > 127 && Character.isLetter(c) && !Vocabulary.UNICODE.containsKey(c));
  }
}
