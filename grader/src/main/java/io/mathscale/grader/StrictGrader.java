package io.mathscale.grader;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Grades by meaning: finds the answer in a text, reads it and the reference as mathematics or plain
 * words, and compares exactly where that can be done. Says {@link Outcome#UNDECIDED} where it
 * cannot tell. The verdict is the same whichever of two bare answers is the reference, and on every
 * machine: work is bounded by counts of steps, not by time. Safe for any number of threads.
 *
 * <pre>{@code
 * StrictVerdict verdict = Graders.strict().grade("… so $x = \\boxed{\\frac12}$.", "0.5");
 * verdict.isRight();   // true
 * verdict.extracted(); // \frac12
 * verdict.rule();      // EXACT_NUMBER
 * }</pre>
 */
public final class StrictGrader {
  /** {@code 1,22}: a comma before two digits, or four and more, groups no thousands. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,(?:\\d{2}|\\d{4,})");

  /** At least two words, and nothing else. */
  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]++(?:[ ,]++[A-Za-z]++)++[.!]?");

  private static final Pattern GROUPED_DIGITS = Pattern.compile("\\d,\\d{3}");

  /** A number with a unit of one letter, which may be a variable as well. */
  private static final Pattern BARE_UNIT =
      Pattern.compile(
          "^([-\\d.,/ ]*\\d)\\s*([mgshLlNJWV](?:\\^\\{?\\d\\}?)?(?:/[smh](?:\\^\\{?\\d\\}?)?)?)$");

  StrictGrader() {}

  /**
   * Grades a model's text: finds its answer and compares that with the reference.
   *
   * @param completion what the model wrote
   * @param reference the reference answer, or a worked solution whose answer is boxed
   */
  public StrictVerdict grade(String completion, String reference) {
    String gold = boxedOrSelf(AnswerText.end(reference));
    boolean choiceWanted = Choices.letter(gold).isPresent();
    String text = AnswerText.end(completion);
    Optional<String> answer = AnswerExtraction.of(text, choiceWanted);
    String candidate = answer.orElseGet(text::strip);
    if (candidate.isEmpty()) {
      return verdict(Judgement.wrong(Rule.NO_ANSWER), "");
    }
    Judgement judgement = judge(candidate, gold);
    if (judgement.isRight()) {
      return verdict(judgement, candidate);
    }
    if (sameText(completion, reference)) {
      return verdict(Judgement.right(Rule.SAME_TEXT), text.strip());
    }
    return answer.isPresent()
        ? verdict(judgement, candidate)
        : verdict(Judgement.wrong(Rule.NO_ANSWER), "");
  }

  /**
   * Compares a bare answer with the reference.
   *
   * @param prediction the answer
   * @param gold the reference answer
   */
  public StrictVerdict gradeAnswer(String prediction, String gold) {
    String answer = boxedOrSelf(AnswerText.end(prediction));
    String reference = boxedOrSelf(AnswerText.end(gold));
    Judgement judgement = judge(answer, reference);
    boolean mayBeSame = judgement.outcome() == Outcome.UNDECIDED && isTooLong(prediction, gold);
    if (mayBeSame && sameText(prediction, gold)) {
      return verdict(Judgement.right(Rule.SAME_TEXT), answer.strip());
    }
    if (judgement.outcome() != Outcome.UNDECIDED
        || isTooLong(answer, reference)
        || AnswerExtraction.hasPhrase(answer) == AnswerExtraction.hasPhrase(reference)) {
      return verdict(judgement, answer.strip());
    }
    // a sentence instead of a bare answer
    String shortAnswer = AnswerExtraction.of(answer, false).orElse(answer);
    String shortReference = AnswerExtraction.of(reference, false).orElse(reference);
    Judgement second = judge(shortAnswer, shortReference);
    return second.isRight()
        ? verdict(second, shortAnswer.strip())
        : verdict(judgement, answer.strip());
  }

  private static StrictVerdict verdict(Judgement judgement, String extracted) {
    return new StrictVerdict(judgement.outcome(), extracted, judgement.rule());
  }

  private static String boxedOrSelf(String text) {
    return Boxes.last(text).orElse(text);
  }

  private static boolean sameText(String left, String right) {
    return isTooLong(left, right)
        ? left.equals(right)
        : !left.isBlank() && AnswerText.bare(left).equals(AnswerText.bare(right));
  }

  private static boolean isTooLong(String left, String right) {
    return left.length() > Limits.MAX_CHARACTERS || right.length() > Limits.MAX_CHARACTERS;
  }

  private static Judgement judge(String prediction, String gold) {
    String left = prediction.strip();
    String right = gold.strip();
    if (left.isEmpty() || right.isEmpty()) {
      return Judgement.wrong(Rule.NO_ANSWER);
    }
    if (isTooLong(left, right)) {
      boolean areWhole = left.length() < Limits.MAX_TEXT;
      return areWhole && left.equals(right)
          ? Judgement.right(Rule.SAME_TEXT)
          : Judgement.undecided(Rule.LIMIT);
    }
    return judgeClean(AnswerText.clean(left), AnswerText.clean(right));
  }

  private static Judgement judgeClean(String left, String right) {
    if (sameText(left, right)) {
      return Judgement.right(Rule.SAME_TEXT);
    }
    return choice(left, right).or(() -> yesOrNo(left, right)).orElseGet(() -> read(left, right));
  }

  private static Optional<Judgement> choice(String left, String right) {
    Optional<String> first = Choices.letter(left);
    Optional<String> second = Choices.letter(right);
    if (first.isPresent() && second.isPresent()) {
      return Optional.of(Judgement.of(first.equals(second), Rule.CHOICE));
    }
    if (first.isEmpty() && second.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> lettered = Choices.lettered(first.isPresent() ? right : left);
    return lettered.map(
        letter -> Judgement.of(letter.equals(first.or(() -> second).orElseThrow()), Rule.CHOICE));
  }

  private static Optional<Judgement> yesOrNo(String left, String right) {
    Optional<String> first = Wording.yesOrNo(left);
    Optional<String> second = Wording.yesOrNo(right);
    return first.isPresent() && second.isPresent()
        ? Optional.of(Judgement.of(first.equals(second), Rule.YES_OR_NO))
        : Optional.empty();
  }

  private static Judgement read(String left, String right) {
    Judgement judgement = compare(left, right, true);
    if (judgement.isRight()) {
      return judgement;
    }
    boolean mayBeList = GROUPED_DIGITS.matcher(left).find() || GROUPED_DIGITS.matcher(right).find();
    if (mayBeList && compare(left, right, false).isRight()) {
      return Judgement.right(Rule.SET);
    }
    String leftWithUnit = BARE_UNIT.matcher(left).replaceFirst("$1\\\\text{$2}");
    String rightWithUnit = BARE_UNIT.matcher(right).replaceFirst("$1\\\\text{$2}");
    boolean hasBareUnit = !leftWithUnit.equals(left) || !rightWithUnit.equals(right);
    if (hasBareUnit && haveUnits(leftWithUnit, rightWithUnit)) {
      return compare(leftWithUnit, rightWithUnit, true);
    }
    boolean hasComma =
        DECIMAL_COMMA.matcher(left).matches() != DECIMAL_COMMA.matcher(right).matches();
    if (hasComma && left.replace(',', '.').equals(right.replace(',', '.'))) {
      return Judgement.right(Rule.EXACT_NUMBER);
    }
    boolean areUnread = judgement.rule() == Rule.NOT_UNDERSTOOD;
    return areUnread && SENTENCE.matcher(left).matches() && Wording.same(left, right)
        ? Judgement.right(Rule.WORDS)
        : judgement;
  }

  private static boolean haveUnits(String left, String right) {
    try {
      return hasUnit(Readings.of(left, true)) && hasUnit(Readings.of(right, true));
    } catch (LimitReached limit) {
      return false;
    }
  }

  private static boolean hasUnit(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Quantity;
  }

  private static Judgement compare(String left, String right, boolean groupsThousands) {
    try {
      Optional<Node> first = Readings.of(left, groupsThousands);
      Optional<Node> second = Readings.of(right, groupsThousands);
      if (first.isEmpty() || second.isEmpty()) {
        return Judgement.undecided(Rule.NOT_UNDERSTOOD);
      }
      Budget budget = new Budget();
      Interpretation interpretation = new Interpretation(budget);
      Node leftMeaning = interpretation.of(first.get());
      Node rightMeaning = interpretation.of(second.get());
      return new AnswerEquality(budget).compare(leftMeaning, rightMeaning);
    } catch (LimitReached limit) {
      return Judgement.undecided(Rule.LIMIT);
    } catch (Undefined undefined) {
      return Judgement.undecided(Rule.NOT_UNDERSTOOD);
    }
  }
}
