package io.mathscale.grader.parse;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.Token.Kind;
import java.util.Arrays;
import java.util.List;

/** A position in a list of tokens. */
final class TokenCursor {
  private final Token[] tokens;
  private int at;
  private int depth;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens.toArray(Token[]::new);
  }

  Token peek() {
    return tokens[at];
  }

  Token peek(int ahead) {
    return tokens[Math.min(at + ahead, tokens.length - 1)];
  }

  /** The token before this one. */
  Token previous() {
    return tokens[Math.max(at - 1, 0)];
  }

  Token next() {
    Token token = tokens[at];
    if (at < tokens.length - 1) {
      at++;
    }
    return token;
  }

  boolean at(Kind kind) {
    return peek().is(kind);
  }

  boolean at(Kind kind, String text) {
    return peek().is(kind, text);
  }

  /** Takes the first digit of the number here, as {@code \frac12} needs. */
  String nextDigit() {
    Token number = tokens[at];
    tokens[at] = new Token(Kind.NUMBER, number.text().substring(1));
    return number.text().substring(0, 1);
  }

  /** Skips this token if it is the next. */
  boolean skip(Kind kind, String text) {
    if (!at(kind, text)) {
      return false;
    }
    next();
    return true;
  }

  /** Skips this token, which must be the next. */
  void expect(Kind kind, String text) {
    if (!skip(kind, text)) {
      throw new UnreadableAnswerException("expected " + text + ", found " + peek().text());
    }
  }

  int position() {
    return at;
  }

  List<Token> between(int from, int to) {
    return Arrays.asList(tokens).subList(from, to);
  }

  /** Notes this place, to which {@link #reset} can go back. */
  int[] mark() {
    return new int[] {at, depth};
  }

  /** Goes back to a place that was noted. */
  void reset(int[] mark) {
    at = mark[0];
    depth = mark[1];
  }

  /** One bracket, fraction or function deeper. */
  void deeper() {
    if (++depth > GradingLimits.MAX_DEPTH) {
      throw new LimitReachedException("depth");
    }
  }

  /** Leaves the level that {@link #deeper} entered. */
  void shallower() {
    depth--;
  }
}
