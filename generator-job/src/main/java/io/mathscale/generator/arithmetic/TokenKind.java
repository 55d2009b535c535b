package io.mathscale.generator.arithmetic;

/** What a token of a solution is, as far as arithmetic is concerned. */
enum TokenKind {
  /** A number as written, such as {@code 1,000} or {@code .5}. */
  NUMBER,
  PLUS,
  MINUS,
  TIMES,
  /** {@code /}, which may stand over a whole product that follows it. */
  SLASH,
  /** {@code ÷}. */
  DIVIDE,
  POWER,
  OPEN,
  CLOSE,
  /** {@code \frac}, of the two arguments that follow. */
  FRACTION,
  /** {@code \binom}, of the two arguments that follow. */
  BINOMIAL,
  /** {@code \sqrt}, of the argument that follows. */
  ROOT,
  FACTORIAL,
  PERCENT,
  DEGREE,
  PI,
  EQUALS,
  /** Another relation, such as {@code <} or {@code \approx}. */
  RELATION,
  /** A function that only the grader computes, such as {@code \sin}. */
  FUNCTION,
  /** A word of prose, or a unit. */
  WORD,
  /** A letter that stands for something, or a sign whose meaning is not known here. */
  UNKNOWN,
  /** A comma. */
  COMMA,
  /** The end of a line, which may or may not end a formula. */
  LINE,
  /** The end of a sentence or formula. */
  BREAK;

  /** Whether a value may end with such a token. */
  boolean endsValue() {
    return this == NUMBER
        || this == CLOSE
        || this == FACTORIAL
        || this == PERCENT
        || this == DEGREE
        || this == PI;
  }

  /** Whether it stands between two values. */
  boolean isOperator() {
    return this == PLUS
        || this == MINUS
        || this == TIMES
        || this == SLASH
        || this == DIVIDE
        || this == POWER;
  }

  /** Whether no operand reaches over it, wherever it stands. */
  boolean endsOperand() {
    return this == EQUALS || this == RELATION || this == BREAK;
  }
}
