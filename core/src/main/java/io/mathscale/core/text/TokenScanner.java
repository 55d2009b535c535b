package io.mathscale.core.text;

import io.mathscale.core.text.TokenList.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of one text from left to right, each character once. */
final class TokenScanner {
  private final String text;
  private final int length;
  private final TokenList tokens = new TokenList();
  private final NumberReader numbers;
  private final CommandReader commands;
  private final MarkReader marks;
  private final List<SentenceEnd> sentenceEnds = new ArrayList<>();
  private int at;

  /**
   * Begins at the first character.
   *
   * @param text the text, in the form of {@link UnicodeForm}
   */
  TokenScanner(String text) {
    this.text = text;
    this.length = text.length();
    this.numbers = new NumberReader(text);
    this.commands = new CommandReader(text, tokens);
    this.marks = new MarkReader(text, tokens);
  }

  List<String> tokens() {
    while (at < length) {
      next();
    }

    return tokens.tokens();
  }

  /** Where sentences end among the tokens that were read. */
  List<SentenceEnd> sentenceEnds() {
    return sentenceEnds;
  }

  private void next() {
    int c = text.codePointAt(at);
    if (isWordCharacter(c)) {
      word();
    } else if (startsNumber(c)) {
      number();
    } else if (c <= ' ') {
      at++;
    } else if (c == '\\') {
      at = commands.read(at);
    } else if (c == '{') {
      tokens.openBrace();
      at++;
    } else if (c == '}') {
      tokens.closeBrace();
      at++;
    } else if (isIdeograph(c)) {
      int end = at + Character.charCount(c);
      tokens.add(text.substring(at, end), Kind.WORD);
      at = end;
    } else {
      int mark = at;
      at = marks.read(at, c);
      boolean isFactorial = c == '!' && tokens.endsWith("!");
      if (!isFactorial && SentenceEnd.isAt(text, mark)) {
        sentenceEnds.add(SentenceEnd.of(text, mark, tokens.tokens().size()));
      }
    }
  }

  private boolean startsNumber(int c) {
    if (c != '.') {
      return Character.isDigit(c) && c <= Character.MAX_VALUE;
    }

    return at + 1 < length
        && Character.isDigit(text.charAt(at + 1))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  private void number() {
    String number = tokens.awaitsNumerator() ? digitOrNumber() : numbers.read(at);
    at = numbers.end();
    tokens.add(number, Kind.NUMBER);
  }

  private String digitOrNumber() {
    return text.charAt(at) == '.' ? numbers.read(at) : numbers.digit(at);
  }

  private void word() {
    int start = at;
    boolean isPlain = true;
    int letters = 0;
    while (at < length) {
      int c = text.codePointAt(at);
      if (isWordCharacter(c)) {
        isPlain &= c >= 'a' && c <= 'z';
        letters++;
        at += Character.charCount(c);
      } else if (isJoiner(c) && isFollowedByLetter()) {
        isPlain = false;
        at++;
      } else {
        break;
      }
    }

    String word = text.substring(start, at);
    tokens.add(isPlain ? word : folded(word), letters == 1 ? Kind.LETTER : Kind.WORD);
  }

  /** Apostrophes and characters that cannot be seen are inside of words. */
  private static boolean isJoiner(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '\u200b' || c == '\u00ad';
  }

  private boolean isFollowedByLetter() {
    return at + 1 < length && isWordCharacter(text.codePointAt(at + 1));
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    word.codePoints()
        .filter(TokenScanner::isWordCharacter)
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isWordCharacter(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    int type = Character.getType(c);
    boolean isMark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return isMark || (Character.isLetter(c) && c != 'ʼ' && !isIdeograph(c));
  }

  /** Han characters and the syllables of Japanese. */
  static boolean isIdeograph(int c) {
    boolean isKana = c >= 0x3040 && c <= 0x30ff && Character.isLetter(c);
    return isKana || Character.isIdeographic(c);
  }
}
