package io.mathscale.grader;

import java.util.Optional;

/** Reads the text of an answer as mathematics or plain words. */
final class Readings {
  private Readings() {}

  /** Whether the text can be read as a formula, relation or collection, if only with more means. */
  static boolean isReadable(String text) {
    try {
      return text.length() <= Limits.MAX_CHARACTERS && formula(text, true).isPresent();
    } catch (LimitReached limit) {
      return true;
    }
  }

  /**
   * What the text says, or empty if it is no mathematics.
   *
   * @throws LimitReached if it is too long or too deep
   */
  static Optional<Node> formula(String text, boolean groupsThousands) {
    if (text.length() > Limits.MAX_CHARACTERS) {
      throw new LimitReached("characters");
    }
    try {
      return Optional.of(AnswerParser.parse(Lexer.tokens(text, groupsThousands)));
    } catch (Unreadable | Undefined notMathematics) {
      return Optional.empty();
    }
  }

  /** What the text says, plain words included, or empty if it is neither. */
  static Optional<Node> of(String text, boolean groupsThousands) {
    if (Wording.isPlain(text)) {
      return Optional.of(Wording.meaning(text));
    }
    return formula(text, groupsThousands);
  }
}
