package io.mathscale.grader.parse;

/**
 * One token of an answer.
 *
 * @param kind what it is
 * @param text its characters, or the canonical name of what they stand for
 */
record Token(Kind kind, String text) {
  /** The kinds of tokens. */
  enum Kind {
    /** Digits, perhaps with a decimal point. */
    NUMBER,
    /** One letter, or a Greek one by its name. */
    NAME,
    /** An upright letter, which may be a unit. */
    UPRIGHT,
    /** A plain word. */
    WORD,
    /** The content of a text command. */
    TEXT,
    /** A constant by its name. */
    CONSTANT,
    /** A function by its name. */
    FUNCTION,
    /** A command that takes arguments. */
    COMMAND,
    /** A large operator with bounds. */
    BIG,
    /** A sign of money, by the name of its unit. */
    CURRENCY,
    /** An operator or relation sign. */
    OPERATOR,
    /** A separator of the members of a list. */
    SEPARATOR,
    /** An opening bracket. */
    OPEN,
    /** A closing bracket. */
    CLOSE,
    /** An upright bar, which may open or close. */
    BAR,
    /** The start of an environment. */
    BEGIN,
    /** The end of an environment. */
    END,
    /** The end of the answer. */
    STOP
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(Kind other, String what) {
    return kind == other && text.equals(what);
  }
}
