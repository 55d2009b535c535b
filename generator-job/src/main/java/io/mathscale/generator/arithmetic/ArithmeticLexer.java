package io.mathscale.generator.arithmetic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a solution, prose with or without LaTeX, as tokens of arithmetic. */
final class ArithmeticLexer {
  /** Commands behind a decimal point that stand for more digits. */
  private static final List<String> REPEATING =
      List.of(
          "\\overline",
          "\\dot",
          "\\bar",
          "\\ldots",
          "\\cdots",
          "\\underline",
          "\\,",
          "\\!",
          "\\text",
          "\\boxed");

  private final String text;
  private final List<ArithmeticToken> tokens = new ArrayList<>();

  /** Where the second argument of a command may be a single digit, as in {@code \frac12}. */
  private final Set<Integer> secondArguments = new HashSet<>();

  private int position;

  private ArithmeticLexer(String text) {
    this.text = text;
  }

  /** The tokens of a text in their order. */
  static List<ArithmeticToken> tokens(String text) {
    ArithmeticLexer lexer = new ArithmeticLexer(text);
    while (lexer.position < text.length()) {
      lexer.next();
    }

    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(position);
    if (c == '\\') {
      command();
    } else if (isDigit(c)
        || (c == '.' && isDigit(at(position + 1)) && !isDigit(at(position - 1)))) {
      number();
    } else if (Character.isLetter(c)) {
      letters();
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      space();
    } else {
      sign();
    }
  }

  private void command() {
    int start = isEscapedTwice() ? position + 1 : position;
    int end = start + 1;
    while (isLetter(at(end))) {
      end++;
    }

    if (end == start + 1) {
      end = Math.min(end + 1, text.length());
    }

    String name = text.substring(start + 1, end);
    position = end;
    if (CommandTokens.isProse(name)) {
      prose(start, name.equals("operatorname"));
    } else if (CommandTokens.isSkippedWithArgument(name)) {
      position = Braces.endOfArgument(text, position);
    } else if (!CommandTokens.isIgnored(name)) {
      knownCommand(CommandTokens.kind(name), name, start);
    } else if (name.equals("boxed") && isDigit(at(start - 1))) {
      add(TokenKind.UNKNOWN, name, start); // 355\boxed{680}
    } else if ((name.equals("left") || name.equals("right")) && at(position) == '.') {
      position++;
    }
  }

  /** {@code \\\\frac}, from a text whose backslashes were doubled. */
  private boolean isEscapedTwice() {
    return at(position + 1) == '\\' && CommandTokens.startsWithKnown(text, position + 2);
  }

  private void knownCommand(TokenKind kind, String name, int start) {
    add(kind, name, start);
    if (kind == TokenKind.FRACTION || kind == TokenKind.BINOMIAL) {
      int first = afterSpace(position);
      if (isDigit(at(first))) {
        digit(first);
        secondArguments.add(position);
      } else if (at(first) == '{') {
        secondArguments.add(Braces.endOfArgument(text, first));
      }
    } else if (kind == TokenKind.ROOT && isDigit(at(afterSpace(position)))) {
      digit(afterSpace(position));
    }
  }

  private void prose(int start, boolean isFunction) {
    int end = Braces.endOfArgument(text, position);
    String content = text.substring(position, end).replaceAll("[{}]", " ").strip();
    boolean isSign = content.chars().noneMatch(Character::isLetterOrDigit);
    boolean hasDigits = content.chars().anyMatch(Character::isDigit);
    if (hasDigits || (isSign && !content.isEmpty())) {
      return; // Read on within the argument.
    }

    position = end;
    if (!isSign) {
      position = afterUnitPower(end);
      for (String word : content.split("[^\\p{L}']+")) {
        if (!word.isEmpty()) {
          add(
              isFunction || WordTokens.isQuantity(word) ? TokenKind.UNKNOWN : TokenKind.WORD,
              word,
              start);
        }
      }
    }
  }

  private void digit(int at) {
    position = at + 1;
    add(TokenKind.NUMBER, text.substring(at, at + 1), at);
  }

  private void number() {
    int start = position;
    if (secondArguments.contains(start)) {
      digit(start);
      return;
    }

    StringBuilder digits = new StringBuilder();
    position = NumberText.read(text, start, digits);
    boolean isTime = digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) != '.';
    add(isTime ? TokenKind.UNKNOWN : TokenKind.NUMBER, digits.toString(), start);
    if (text.startsWith("...", position) || at(position) == '…') {
      add(TokenKind.UNKNOWN, "...", position);
    } else if (at(position) == '.' && (isDigit(at(position + 1)) || isRepeating(position + 1))) {
      add(TokenKind.UNKNOWN, ".", position); // 0.\overline{3}, 1.2.3
    }
  }

  /** {@code 0.\overline{3}}, other than {@code 2.\]}. */
  private boolean isRepeating(int at) {
    return REPEATING.stream().anyMatch(command -> text.startsWith(command, at));
  }

  private void letters() {
    int start = position;
    boolean isIdeograph = text.charAt(start) > 0x2E80;
    do {
      position++;
    } while (!isIdeograph
        && ((Character.isLetter(at(position)) && at(position) <= 0x2E80)
            || (isApostrophe(at(position)) && isLetter(at(position + 1)))));
    String letters = text.substring(start, position);
    boolean isAttached = start > 0 && isDigit(at(start - 1));
    if (letters.equals("π")) {
      add(TokenKind.PI, letters, start);
    } else if (isTimes(letters, start)) {
      add(TokenKind.TIMES, letters, start);
    } else {
      word(letters, start, isAttached);
    }
  }

  private void word(String letters, int start, boolean isAttached) {
    boolean isFunction = at(position) == '('; // gcd(12, 18), a(2)
    boolean isQuantity = letters.equals("a") && !isArticle(start);
    TokenKind kind =
        isFunction || isQuantity ? TokenKind.UNKNOWN : WordTokens.kind(letters, isAttached);
    if (kind == TokenKind.WORD) {
      position = afterUnitPower(position);
    }

    add(kind, letters, start);
  }

  /** {@code a} as a word: between spaces, before a word or a number. */
  private boolean isArticle(int start) {
    char after = at(afterSpace(position));
    return at(position) == ' '
        && (start == 0 || !isLetter(at(start - 1)))
        && (isLetter(after) || isDigit(after) || after == '$');
  }

  /** Behind the power of a unit: {@code cm^2}, {@code \text{ft}^{2}}. */
  private int afterUnitPower(int from) {
    if (at(from) == '²' || at(from) == '³') {
      return from + 1;
    }

    boolean isGroup = at(from + 1) == '{';
    int digit = isGroup ? from + 2 : from + 1;
    boolean isPower = at(from) == '^' && isDigit(at(digit)) && !isDigit(at(digit + 1));
    return isPower && (!isGroup || at(digit + 1) == '}') ? digit + (isGroup ? 2 : 1) : from;
  }

  /** {@code 5 x 3} and {@code 5x3}. */
  private boolean isTimes(String letters, int start) {
    if (!letters.equalsIgnoreCase("x") || tokens.isEmpty()) {
      return false;
    }

    int after = afterSpace(position);
    boolean isBeforeNumber =
        isDigit(at(after)) || ((at(after) == '$' || at(after) == '(') && isDigit(at(after + 1)));
    boolean isEven = (at(start - 1) == ' ') == (at(position) == ' ');
    return isBeforeNumber && isEven && tokens.get(tokens.size() - 1).kind().endsValue();
  }

  private void space() {
    int start = position;
    boolean endsLine = false;
    boolean endsParagraph = false;
    while (position < text.length()
        && (Character.isWhitespace(text.charAt(position))
            || Character.isSpaceChar(text.charAt(position)))) {
      endsParagraph |= endsLine && text.charAt(position) == '\n';
      endsLine |= text.charAt(position) == '\n';
      position++;
    }

    if (endsParagraph) {
      add(TokenKind.BREAK, "\n", start);
    } else if (endsLine) {
      add(TokenKind.LINE, "\n", start);
    }
  }

  private void sign() {
    int start = position;
    if (text.startsWith("$$", start)) {
      position += 2;
      add(TokenKind.LINE, "$$", start);
      return;
    }

    if (SignTokens.isIgnored(text, start)) {
      position += text.startsWith("**", start) ? 2 : 1;
      return;
    }

    position += SignTokens.length(text, start);
    TokenKind kind = SignTokens.kind(text, start);
    add(kind, text.substring(start, position), start);
  }

  private void add(TokenKind kind, String characters, int start) {
    tokens.add(new ArithmeticToken(kind, characters, start, Math.max(position, start + 1)));
  }

  private int afterSpace(int from) {
    int after = from;
    while (at(after) == ' ') {
      after++;
    }

    return after;
  }

  private char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
