package io.mathscale.grader.text;

/**
 * A piece of a sentence that may hold a formula without delimiters.
 *
 * @param kind what it may be in a formula
 * @param start where it starts in the text
 * @param end where it ends
 * @param text its characters, letters in lower case
 * @param isSpaced whether white space stands before it
 */
record SentenceToken(Kind kind, int start, int end, String text, boolean isSpaced) {
  /** What a piece may be in a formula. */
  enum Kind {
    NUMBER,
    /** A letter, a constant or a command. */
    NAME,
    FUNCTION,
    /** A sign between two operands. */
    OPERATOR,
    RELATION,
    /** A sign behind which a value stands by itself. */
    EQUALS,
    /** A sign behind its operand. */
    SUFFIX,
    /** A sign that belongs to the operand behind it. */
    PREFIX,
    OPEN,
    CLOSE,
    COMMA,
    WORD,
    /** What no formula goes on over. */
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether it is a word such as "by" between two operands. */
  boolean isWordOperator() {
    return kind == Kind.OPERATOR && Character.isLetter(text.charAt(0));
  }

  /** Whether it is the sign of a currency before its amount. */
  boolean isCurrency() {
    boolean isRoot = "√±".contains(text) || text.startsWith("\\p") || text.startsWith("\\m");
    return kind == Kind.PREFIX && !isRoot;
  }

  /** Whether an operand may begin with it. */
  boolean startsOperand() {
    return switch (kind) {
      case NUMBER, NAME, FUNCTION, PREFIX, OPEN -> true;
      default -> false;
    };
  }

  /** Whether an operand may end with it. */
  boolean endsOperand() {
    return switch (kind) {
      case NUMBER, NAME, SUFFIX, CLOSE -> true;
      default -> false;
    };
  }

  /** Whether it is a letter that may be a word, as "a" and units are. */
  boolean isLetter() {
    return kind == Kind.NAME && end - start == 1 && text.charAt(0) < 128;
  }
}
