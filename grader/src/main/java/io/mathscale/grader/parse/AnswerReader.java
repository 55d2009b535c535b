package io.mathscale.grader.parse;

import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.text.Connectives;
import java.util.List;
import java.util.Optional;

/**
 * Reads the texts of one verdict as mathematics or plain words. A text that was parsed to find the
 * answer is not parsed again to compare it: a reader remembers the last few. Not for several
 * threads.
 */
public final class AnswerReader {
  private static final int REMEMBERED = 8;

  private final Parsed[] parsed = new Parsed[REMEMBERED];
  private int count;

  private record Parsed(
      String text, boolean groupsThousands, List<Token> tokens, Optional<Node> formula) {}

  /**
   * Whether the text is short enough, and a formula, relation or collection as far as the limits
   * let it be parsed.
   */
  public boolean isReadable(String text) {
    try {
      return text.length() <= GradingLimits.MAX_CHARACTERS
          && (PlainNumber.read(text).isPresent() || formula(text, true).isPresent());
    } catch (LimitReachedException limit) {
      return true;
    }
  }

  /**
   * The text as a formula, relation or collection, or empty if it is none.
   *
   * @throws LimitReachedException if it is too long or too deep
   */
  private Optional<Node> formula(String text, boolean groupsThousands) {
    for (int i = 0; i < Math.min(count, REMEMBERED); i++) {
      if (parsed[i].groupsThousands == groupsThousands && parsed[i].text.equals(text)) {
        return parsed[i].formula;
      }
    }
    Parsed parse = parse(text, groupsThousands);
    parsed[count++ % REMEMBERED] = parse;
    return parse.formula;
  }

  /** Parses a text, unless another one of the same tokens was. */
  private Parsed parse(String text, boolean groupsThousands) {
    if (text.length() > GradingLimits.MAX_CHARACTERS) {
      throw new LimitReachedException("characters");
    }
    List<Token> tokens = List.of();
    try {
      tokens = Lexer.tokens(Connectives.inEnglish(text), groupsThousands);
      Optional<Node> known = parsed(tokens);
      Node formula = known.isPresent() ? known.get() : AnswerParser.parse(tokens);
      return new Parsed(text, groupsThousands, tokens, Optional.of(formula));
    } catch (UnreadableAnswerException | UndefinedValueException notMathematics) {
      return new Parsed(text, groupsThousands, tokens, Optional.empty());
    }
  }

  private Optional<Node> parsed(List<Token> tokens) {
    for (int i = 0; i < Math.min(count, REMEMBERED); i++) {
      if (parsed[i].tokens.equals(tokens)) {
        return parsed[i].formula;
      }
    }
    return Optional.empty();
  }

  /**
   * The text as mathematics or as plain words, or empty if it is neither.
   *
   * @param groupsThousands whether {@code 1,234} outside brackets is one number
   * @throws LimitReachedException if it is too long or too deep
   */
  public Optional<Node> read(String text, boolean groupsThousands) {
    Optional<Node> number = PlainNumber.read(text);
    if (number.isPresent()) {
      return number;
    }
    String plain = WordedForms.plain(PlainCharacters.of(text));
    Optional<Node> whole = TimeReader.read(plain);
    if (whole.isEmpty()) {
      whole = NumeralReader.read(plain);
    }
    if (whole.isEmpty()) {
      whole = MeasureReader.read(plain);
    }
    if (whole.isEmpty()) {
      whole = LabelledParts.read(plain, part -> read(part, groupsThousands));
    }
    return whole.isPresent() ? whole : wordsOrFormula(plain, groupsThousands);
  }

  private Optional<Node> wordsOrFormula(String text, boolean groupsThousands) {
    return WordAnswers.isPlain(text)
        ? Optional.of(WordAnswers.meaning(text))
        : formula(text, groupsThousands);
  }
}
