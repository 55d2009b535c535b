package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Units;
import io.mathscale.grader.parse.Token.Kind;
import io.mathscale.grader.text.Connectives;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads LaTeX commands for the lexer. */
final class CommandLexer {
  /** {@code A and C}: several letters of choices. */
  private static final Pattern LETTERS = Pattern.compile("[A-J](?:\\s*(?:,|and|or|&|、)\\s*[A-J])+");

  /** {@code Width:} names the value that follows. */
  private static final Pattern LABEL = Pattern.compile("[\\p{L}][\\p{L} ]{2,40}[:：]");

  private final Lexer lexer;

  CommandLexer(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Reads the command whose backslash stands here. */
  void command() {
    lexer.skip(1);
    char c = lexer.peek(0);
    if (!Lexer.isLetter(c)) {
      lexer.skip(1);
      switch (c) {
        case '{' -> {
          lexer.nest(1);
          lexer.add(Kind.OPEN, "{");
        }
        case '}' -> {
          lexer.nest(-1);
          lexer.add(Kind.CLOSE, "}");
        }
        case '\\' -> lexer.add(Kind.SEPARATOR, "\\\\");
        case '%' -> lexer.add(Kind.OPERATOR, "%");
        case '|' -> lexer.add(Kind.BAR, "|");
        case '$' -> lexer.currency("dollar");
        case ',', ';', ':', '!', ' ', '(', ')', '[', ']', '\n', '\t', '\0', '>' -> {} // a space
        case '#', '&', '_' -> {} // a mark of text
        default -> throw new UnreadableAnswerException("command \\" + c);
      }
      return;
    }
    String name = lexer.letters();
    if (name.isEmpty()) {
      throw new UnreadableAnswerException("command \\" + c);
    }
    named(name);
  }

  private void named(String name) {
    switch (name) {
      case "left", "right" -> delimiter();
      case "lbrace" -> lexer.add(Kind.OPEN, "{");
      case "rbrace" -> lexer.add(Kind.CLOSE, "}");
      case "lfloor", "lceil" -> lexer.add(Kind.OPEN, name);
      case "rfloor", "rceil" -> lexer.add(Kind.CLOSE, "l" + name.substring(1));
      case "langle", "lparen", "lgroup" -> lexer.add(Kind.OPEN, "(");
      case "rangle", "rparen", "rgroup" -> lexer.add(Kind.CLOSE, ")");
      case "lbrack" -> lexer.add(Kind.OPEN, "[");
      case "rbrack" -> lexer.add(Kind.CLOSE, "]");
      case "vert", "lvert", "rvert", "Vert", "lVert", "rVert", "textbar" ->
          lexer.add(Kind.BAR, "|");
      case "begin" -> begin();
      case "end" -> lexer.add(Kind.END, environment());
      case "ldots", "cdots", "dots", "dotsc", "dotsb", "vdots", "ddots", "dotsm", "dotso" ->
          lexer.add(Kind.NAME, "ldots");
      case "emptyset", "varnothing", "O" -> lexer.add(Kind.CONSTANT, "EMPTY");
      case "mathbb", "Bbb" -> lexer.add(Kind.NAME, "set " + lexer.argument());
      case "textcircled" -> lexer.inner(lexer.argument());
      case "color", "textcolor", "hspace", "vspace", "kern", "label", "tag" -> lexer.argument();
      case "pounds", "textsterling" -> lexer.currency("gbp");
      case "euro", "texteuro" -> lexer.currency("euro");
      case "yen", "textyen" -> lexer.currency("yuan");
      case "land" -> lexer.add(Kind.SEPARATOR, "and");
      case "lor" -> lexer.add(Kind.SEPARATOR, "or");
      case "And" -> lexer.add(Kind.SEPARATOR, "and");
      default -> other(name);
    }
  }

  private void other(String name) {
    if (MathVocabulary.COMMANDS.containsKey(name)) {
      lexer.add(Kind.COMMAND, MathVocabulary.COMMANDS.get(name));
    } else if (MathVocabulary.TEXTS.contains(name)) {
      inText(lexer.argument());
    } else if (MathVocabulary.ALPHABETS.contains(name)) {
      inAlphabet(lexer.argument());
    } else if (MathVocabulary.FUNCTIONS.containsKey(name)) {
      lexer.add(Kind.FUNCTION, MathVocabulary.FUNCTIONS.get(name));
    } else if (MathVocabulary.CONSTANTS.containsKey(name)) {
      lexer.add(Kind.CONSTANT, MathVocabulary.CONSTANTS.get(name).name());
    } else if (MathVocabulary.OPERATORS.containsKey(name)) {
      String sign = MathVocabulary.OPERATORS.get(name);
      lexer.add(sign.equals("|") ? Kind.BAR : Kind.OPERATOR, sign);
    } else if (MathVocabulary.BIG_OPERATORS.contains(name)) {
      lexer.add(Kind.BIG, name);
    } else if (MathVocabulary.LETTERS.contains(name)) {
      lexer.add(Kind.NAME, Lexer.letterName(name));
    } else if (!MathVocabulary.DECORATIONS.contains(name)
        && !MathVocabulary.LAYOUT.contains(name)
        && !MathVocabulary.SPACES.contains(name)) {
      throw new UnreadableAnswerException("command \\" + name);
    }
  }

  /**
   * Skips the invisible delimiter of {@code \left.} and {@code \right.}; others are read as
   * brackets.
   */
  private void delimiter() {
    while (Character.isWhitespace(lexer.peek(0))) {
      lexer.skip(1);
    }
    if (lexer.peek(0) == '.') {
      lexer.skip(1);
    } else if (lexer.peek(0) == '\\' && lexer.peek(1) == '{' && isBegin(2)) {
      // the brace before a system of equations, which has no closing one
      lexer.skip(2);
    }
  }

  private boolean isBegin(int ahead) {
    int at = ahead;
    while (lexer.peek(at) == ' ' || lexer.peek(at) == '\n') {
      at++;
    }
    return lexer.peek(at) == '\\' && lexer.peek(at + 1) == 'b' && lexer.peek(at + 2) == 'e';
  }

  private void begin() {
    String name = environment();
    lexer.add(Kind.BEGIN, name);
    if (name.equals("array") || name.equals("tabular")) {
      lexer.argument();
    }
  }

  private String environment() {
    String name = lexer.argument().strip();
    return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
  }

  private void inText(String content) {
    String inner = content.strip();
    while (!inner.isEmpty() && ",;".indexOf(inner.charAt(0)) >= 0) {
      lexer.add(Kind.SEPARATOR, inner.substring(0, 1));
      inner = inner.substring(1).strip();
    }
    if (MathVocabulary.BEFORE_CONDITIONS.contains(inner.toLowerCase(Locale.ROOT))
        && !lexer.isAtStart()) {
      lexer.add(Kind.SEPARATOR, "for");
    } else if (inner.isEmpty()) {
      return;
    } else if (Connectives.isAlways(inner)) {
      lexer.add(Kind.SEPARATOR, Connectives.meaning(inner).orElseThrow());
    } else if (inner.length() == 1 && Lexer.isForeign(inner)) {
      lexer.add(Kind.TEXT, inner);
    } else if (areLetters(inner)) {
      lexer.inner(inner);
    } else if (inner.length() == 1
        && Lexer.isLetter(inner.charAt(0))
        && !Units.isUnit(inner.toLowerCase(Locale.ROOT).equals("å") ? inner : "")) {
      lexer.letter(inner, Kind.UPRIGHT);
    } else if (lexer.peek(0) == '(' && MathVocabulary.FUNCTIONS.containsKey(inner)) {
      lexer.add(Kind.FUNCTION, MathVocabulary.FUNCTIONS.get(inner));
    } else if (isLabel(inner)) {
      lexer.add(Kind.TEXT, inner.substring(0, inner.length() - 1).strip());
      lexer.add(Kind.OPERATOR, "=");
    } else if (Lexer.isLetter(inner.charAt(0))
        && !MathVocabulary.CONSTANTS.containsKey(inner)
        && !inner.startsWith("percent")
        && !inner.startsWith("degree")) {
      lexer.add(Kind.TEXT, inner);
    } else {
      lexer.inner(inner);
    }
  }

  private static boolean areLetters(String text) {
    return text.charAt(0) >= 'A' && text.charAt(0) <= 'J' && LETTERS.matcher(text).matches();
  }

  private static boolean isLabel(String text) {
    char last = text.charAt(text.length() - 1);
    return (last == ':' || last == '：') && LABEL.matcher(text).matches();
  }

  private void inAlphabet(String content) {
    String inner = content.replace("~", "").replace("\\,", "").replace("\\ ", "").strip();
    if (inner.length() == 1 && Lexer.isLetter(inner.charAt(0))) {
      lexer.letter(inner, Kind.UPRIGHT);
    } else if (!inner.isEmpty()
        && inner.chars().allMatch(Character::isLetter)
        && !MathVocabulary.FUNCTIONS.containsKey(inner)
        && !MathVocabulary.CONSTANTS.containsKey(inner)) {
      lexer.add(Units.isUnit(inner) ? Kind.TEXT : Kind.WORD, inner);
    } else {
      lexer.inner(inner);
    }
  }
}
