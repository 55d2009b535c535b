package io.mathscale.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens found so far, with the structure that LaTeX gives them: braces around one token go
 * ({@code x^{2}} is {@code x^2}), and {@code \frac} becomes a slash after its first argument.
 */
final class TokenList {
  /** What the last token is, as far as the meaning of a punctuation mark hangs on it. */
  enum Kind {
    NOTHING,
    WORD,
    LETTER,
    NUMBER,
    OPENING,
    CLOSING,
    OPERATOR
  }

  /** In place of the index of a brace that is no token. */
  private static final int DROPPED = -1;

  private final List<String> tokens = new ArrayList<>();
  private int[] braces = new int[8];
  private int depth;
  private int[] fractions = new int[8];
  private int openFractions;
  private Kind lastKind = Kind.NOTHING;

  List<String> tokens() {
    return tokens;
  }

  Kind lastKind() {
    return lastKind;
  }

  boolean endsWith(String token) {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(token);
  }

  /** Takes the last token back. */
  void removeLast() {
    tokens.remove(tokens.size() - 1);
  }

  void add(String token, Kind kind) {
    tokens.add(token);
    lastKind = kind;
    if (kind != Kind.OPERATOR || isOperand(token)) {
      endArgument();
    }
  }

  /** Symbols such as infinity may be an argument; signs and powers are only a part of one. */
  private static boolean isOperand(String token) {
    return token.length() == 1 && "+-±∓^_*·/=<>≤≥≠".indexOf(token.charAt(0)) < 0;
  }

  void openBrace() {
    push(tokens.size());
    tokens.add("{");
    lastKind = Kind.OPENING;
  }

  /** Opens a group whose braces are no tokens. */
  void openUnseen() {
    push(DROPPED);
  }

  private void push(int index) {
    if (depth == braces.length) {
      braces = Arrays.copyOf(braces, 2 * depth);
    }

    braces[depth++] = index;
  }

  /** Ends the innermost group; a brace without one is nothing. */
  void closeBrace() {
    if (depth == 0) {
      return;
    }

    int open = braces[--depth];
    while (openFractions > 0 && fractions[openFractions - 1] > depth) {
      openFractions--;
    }

    if (open != DROPPED) {
      close(open);
    }

    endArgument();
  }

  private void close(int open) {
    if (tokens.size() <= open + 2) {
      tokens.remove(open); // Nothing or one token is in it.
    } else {
      tokens.add("}");
      lastKind = Kind.CLOSING;
    }

    if (endsWith("∘")) {
      raiseCircle();
    }
  }

  /** The circle of {@code 90^\circ} is the sign of a degree. */
  void raiseCircle() {
    int size = tokens.size();
    if (size > 1 && tokens.get(size - 2).equals("^")) {
      removeLast();
      tokens.set(size - 2, "°");
    }
  }

  /** Puts a slash after the next token or group. */
  void openFraction() {
    if (openFractions == fractions.length) {
      fractions = Arrays.copyOf(fractions, 2 * openFractions);
    }

    fractions[openFractions++] = depth;
  }

  /** Whether the next token is the first argument of a fraction. */
  boolean awaitsNumerator() {
    return openFractions > 0 && fractions[openFractions - 1] == depth;
  }

  private void endArgument() {
    if (awaitsNumerator()) {
      openFractions--;
      tokens.add("/");
      lastKind = Kind.OPERATOR;
    }
  }
}
