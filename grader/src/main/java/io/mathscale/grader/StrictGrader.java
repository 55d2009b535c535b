package io.mathscale.grader;

import io.mathscale.grader.compare.AnswerEquality;
import io.mathscale.grader.compare.ComparisonResult;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.ChoiceLetters;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.Limits;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
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
  public StrictGrade grade(String completion, String reference) {
    String gold = boxedOrSelf(AnswerText.end(reference));
    boolean choiceWanted = ChoiceLetters.letter(gold).isPresent();
    String text = AnswerText.end(completion);
    Optional<String> answer = AnswerExtractor.of(text, choiceWanted);
    String candidate = answer.orElseGet(text::strip);
    if (candidate.isEmpty()) {
      return verdict(ComparisonResult.wrong(Rule.NO_ANSWER), "");
    }
    ComparisonResult judgement = judge(candidate, gold);
    if (judgement.isRight()) {
      return verdict(judgement, candidate);
    }
    if (sameText(completion, reference)) {
      return verdict(ComparisonResult.right(Rule.SAME_TEXT), text.strip());
    }
    return answer.isPresent()
        ? verdict(judgement, candidate)
        : verdict(ComparisonResult.wrong(Rule.NO_ANSWER), "");
  }

  /**
   * Compares a bare answer with the reference.
   *
   * @param prediction the answer
   * @param gold the reference answer
   */
  public StrictGrade gradeAnswer(String prediction, String gold) {
    String answer = boxedOrSelf(AnswerText.end(prediction));
    String reference = boxedOrSelf(AnswerText.end(gold));
    ComparisonResult judgement = judge(answer, reference);
    boolean mayBeSame = judgement.outcome() == Outcome.UNDECIDED && isTooLong(prediction, gold);
    if (mayBeSame && sameText(prediction, gold)) {
      return verdict(ComparisonResult.right(Rule.SAME_TEXT), answer.strip());
    }
    if (judgement.outcome() != Outcome.UNDECIDED
        || isTooLong(answer, reference)
        || AnswerExtractor.hasPhrase(answer) == AnswerExtractor.hasPhrase(reference)) {
      return verdict(judgement, answer.strip());
    }
    // a sentence instead of a bare answer
    String shortAnswer = AnswerExtractor.of(answer, false).orElse(answer);
    String shortReference = AnswerExtractor.of(reference, false).orElse(reference);
    ComparisonResult second = judge(shortAnswer, shortReference);
    return second.isRight()
        ? verdict(second, shortAnswer.strip())
        : verdict(judgement, answer.strip());
  }

  private static StrictGrade verdict(ComparisonResult judgement, String extracted) {
    return new StrictGrade(judgement.outcome(), extracted, judgement.rule());
  }

  private static String boxedOrSelf(String text) {
    return BoxedAnswers.last(text).orElse(text);
  }

  private static boolean sameText(String left, String right) {
    return isTooLong(left, right)
        ? left.equals(right)
        : !left.isBlank() && AnswerText.bare(left).equals(AnswerText.bare(right));
  }

  private static boolean isTooLong(String left, String right) {
    return left.length() > Limits.MAX_CHARACTERS || right.length() > Limits.MAX_CHARACTERS;
  }

  private static ComparisonResult judge(String prediction, String gold) {
    String left = prediction.strip();
    String right = gold.strip();
    if (left.isEmpty() || right.isEmpty()) {
      return ComparisonResult.wrong(Rule.NO_ANSWER);
    }
    if (isTooLong(left, right)) {
      boolean areWhole = left.length() < Limits.MAX_TEXT;
      return areWhole && left.equals(right)
          ? ComparisonResult.right(Rule.SAME_TEXT)
          : ComparisonResult.undecided(Rule.LIMIT);
    }
    return judgeClean(AnswerText.clean(left), AnswerText.clean(right));
  }

  private static ComparisonResult judgeClean(String left, String right) {
    if (sameText(left, right)) {
      return ComparisonResult.right(Rule.SAME_TEXT);
    }
    return choice(left, right).or(() -> yesOrNo(left, right)).orElseGet(() -> read(left, right));
  }

  private static Optional<ComparisonResult> choice(String left, String right) {
    Optional<String> first = ChoiceLetters.letter(left);
    Optional<String> second = ChoiceLetters.letter(right);
    if (first.isPresent() && second.isPresent()) {
      return Optional.of(ComparisonResult.of(first.equals(second), Rule.CHOICE));
    }
    if (first.isEmpty() && second.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> lettered = ChoiceLetters.lettered(first.isPresent() ? right : left);
    return lettered.map(
        letter ->
            ComparisonResult.of(letter.equals(first.or(() -> second).orElseThrow()), Rule.CHOICE));
  }

  private static Optional<ComparisonResult> yesOrNo(String left, String right) {
    Optional<String> first = WordAnswers.yesOrNo(left);
    Optional<String> second = WordAnswers.yesOrNo(right);
    return first.isPresent() && second.isPresent()
        ? Optional.of(ComparisonResult.of(first.equals(second), Rule.YES_OR_NO))
        : Optional.empty();
  }

  private static ComparisonResult read(String left, String right) {
    ComparisonResult judgement = compare(left, right, true);
    if (judgement.isRight()) {
      return judgement;
    }
    boolean mayBeList = GROUPED_DIGITS.matcher(left).find() || GROUPED_DIGITS.matcher(right).find();
    if (mayBeList && compare(left, right, false).isRight()) {
      return ComparisonResult.right(Rule.SET);
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
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    boolean areUnread = judgement.rule() == Rule.NOT_UNDERSTOOD;
    return areUnread && SENTENCE.matcher(left).matches() && WordAnswers.same(left, right)
        ? ComparisonResult.right(Rule.WORDS)
        : judgement;
  }

  private static boolean haveUnits(String left, String right) {
    try {
      return hasUnit(AnswerReader.of(left, true)) && hasUnit(AnswerReader.of(right, true));
    } catch (LimitReachedException limit) {
      return false;
    }
  }

  private static boolean hasUnit(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Quantity;
  }

  private static ComparisonResult compare(String left, String right, boolean groupsThousands) {
    try {
      Optional<Node> first = AnswerReader.of(left, groupsThousands);
      Optional<Node> second = AnswerReader.of(right, groupsThousands);
      if (first.isEmpty() || second.isEmpty()) {
        return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
      }
      StepBudget budget = new StepBudget();
      Normalizer interpretation = new Normalizer(budget);
      Node leftMeaning = interpretation.of(first.get());
      Node rightMeaning = interpretation.of(second.get());
      return new AnswerEquality(budget).compare(leftMeaning, rightMeaning);
    } catch (LimitReachedException limit) {
      return ComparisonResult.undecided(Rule.LIMIT);
    } catch (UndefinedValueException undefined) {
      return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
    }
  }
}
