package io.mathscale.grader.parse;

/**
 * One token of an answer.
 *
 * @param kind what it is
 * @param text its characters, or the canonical name of what they stand for
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, boolean spaced) {
  enum Kind {
    /** Digits, perhaps with a decimal point. */
    NUMBER,
    /** One letter, or a Greek one by its name. */
    NAME,
    /** An upright letter, which may be a unit. */
    UPRIGHT,
    /** A plain word. */
    WORD,
    /** What stood in a text command. */
    TEXT,
    /** A constant by its name. */
    CONSTANT,
    /** A function by its name. */
    FUNCTION,
    /** A command that takes arguments. */
    COMMAND,
    /** A large operator with bounds. */
    BIG,
    /** An operator or relation sign. */
    OPERATOR,
    /** What stands between the members of a list. */
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
    /** After the last. */
    STOP
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(Kind other, String what) {
    return kind == other && text.equals(what);
  }
}
