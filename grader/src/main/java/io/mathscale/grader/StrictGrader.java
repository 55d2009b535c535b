package io.mathscale.grader;

import io.mathscale.grader.compare.AnswerEquality;
import io.mathscale.grader.compare.ComparisonResult;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.ChoiceLetters;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
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
 * Grades by meaning: finds the answer in a text, reads it and the reference as mathematics or as
 * plain words, and compares them exactly where that is possible. Where it cannot tell, it says
 * {@link Outcome#UNDECIDED}. The grade is the same whichever of two bare answers is the reference,
 * and on every machine: work is bounded by counts of steps, not by time. Safe for any number of
 * threads; {@link Graders#strict()} gives it.
 *
 * <pre>{@code
 * StrictGrade grade = Graders.strict().grade("… so $x = \\boxed{\\frac12}$.", "0.5");
 * grade.isRight();   // true
 * grade.extracted(); // \frac12
 * grade.rule();      // EXACT_NUMBER
 * }</pre>
 */
public final class StrictGrader {
  /** {@code 1,22}: a comma before two digits, or four and more, groups no thousands. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,(?:\\d{2}|\\d{4,})");

  /** At least two words, and nothing else. */
  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]++(?:[ ,]++[A-Za-z]++)++[.!]?");

  private static final Pattern GROUPED_DIGITS = Pattern.compile("\\d,[1-9]\\d{2}");

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
   * @return the outcome, with the answer that was found and the rule that decided
   */
  public StrictGrade grade(String completion, String reference) {
    String gold = boxedOrSelf(AnswerText.tail(reference));
    boolean choiceWanted = ChoiceLetters.letter(gold).isPresent();
    String text = AnswerText.tail(completion);
    Optional<String> answer = AnswerExtractor.extract(text, choiceWanted);
    String candidate = answer.orElseGet(text::strip);
    if (candidate.isEmpty()) {
      return toGrade(ComparisonResult.wrong(Rule.NO_ANSWER), "");
    }
    ComparisonResult result = judge(candidate, gold);
    if (result.isRight()) {
      return toGrade(result, candidate);
    }
    if (sameText(completion, reference)) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), text.strip());
    }
    return answer.isPresent()
        ? toGrade(result, candidate)
        : toGrade(ComparisonResult.wrong(Rule.NO_ANSWER), "");
  }

  /**
   * Compares a bare answer with the reference.
   *
   * @param prediction the answer
   * @param gold the reference answer
   * @return the outcome, with the answer and the rule that decided
   */
  public StrictGrade gradeAnswer(String prediction, String gold) {
    String answer = boxedOrSelf(AnswerText.tail(prediction));
    String reference = boxedOrSelf(AnswerText.tail(gold));
    ComparisonResult result = judge(answer, reference);
    boolean mayBeSame = result.outcome() == Outcome.UNDECIDED && isTooLong(prediction, gold);
    if (mayBeSame && sameText(prediction, gold)) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), answer.strip());
    }
    if (result.outcome() != Outcome.UNDECIDED
        || isTooLong(answer, reference)
        || AnswerExtractor.hasPhrase(answer) == AnswerExtractor.hasPhrase(reference)) {
      return toGrade(result, answer.strip());
    }
    // a sentence instead of a bare answer
    String shortAnswer = AnswerExtractor.extract(answer, false).orElse(answer);
    String shortReference = AnswerExtractor.extract(reference, false).orElse(reference);
    ComparisonResult second = judge(shortAnswer, shortReference);
    return second.isRight()
        ? toGrade(second, shortAnswer.strip())
        : toGrade(result, answer.strip());
  }

  private static StrictGrade toGrade(ComparisonResult result, String extracted) {
    return new StrictGrade(result.outcome(), extracted, result.rule());
  }

  private static String boxedOrSelf(String text) {
    return BoxedAnswers.last(text).orElse(text);
  }

  private static boolean sameText(String left, String right) {
    return isTooLong(left, right)
        ? left.equals(right)
        : !left.isBlank() && AnswerText.withoutLayout(left).equals(AnswerText.withoutLayout(right));
  }

  private static boolean isTooLong(String left, String right) {
    return left.length() > GradingLimits.MAX_CHARACTERS
        || right.length() > GradingLimits.MAX_CHARACTERS;
  }

  private static ComparisonResult judge(String prediction, String gold) {
    String left = prediction.strip();
    String right = gold.strip();
    if (left.isEmpty() || right.isEmpty()) {
      return ComparisonResult.wrong(Rule.NO_ANSWER);
    }
    if (isTooLong(left, right)) {
      boolean areWhole = left.length() < GradingLimits.MAX_TEXT;
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
    ComparisonResult result = compare(left, right, true);
    if (result.isRight()) {
      return result;
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
    boolean areUnread = result.rule() == Rule.NOT_UNDERSTOOD;
    return areUnread && SENTENCE.matcher(left).matches() && WordAnswers.same(left, right)
        ? ComparisonResult.right(Rule.WORDS)
        : result;
  }

  private static boolean haveUnits(String left, String right) {
    try {
      return hasUnit(AnswerReader.read(left, true)) && hasUnit(AnswerReader.read(right, true));
    } catch (LimitReachedException limit) {
      return false;
    }
  }

  private static boolean hasUnit(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Quantity;
  }

  private static ComparisonResult compare(String left, String right, boolean groupsThousands) {
    try {
      Optional<Node> first = AnswerReader.read(left, groupsThousands);
      Optional<Node> second = AnswerReader.read(right, groupsThousands);
      if (first.isEmpty() || second.isEmpty()) {
        return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
      }
      StepBudget budget = new StepBudget();
      Normalizer normalizer = new Normalizer(budget);
      Node normalLeft = normalizer.normalize(first.get());
      Node normalRight = normalizer.normalize(second.get());
      return new AnswerEquality(budget).compare(normalLeft, normalRight);
    } catch (LimitReachedException limit) {
      return ComparisonResult.undecided(Rule.LIMIT);
    } catch (UndefinedValueException undefined) {
      return ComparisonResult.undecided(Rule.NOT_UNDERSTOOD);
    }
  }
}
