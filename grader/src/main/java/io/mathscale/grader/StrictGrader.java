package io.mathscale.grader;

import io.mathscale.grader.compare.AnswerEquality;
import io.mathscale.grader.compare.ComparisonResult;
import io.mathscale.grader.expression.Node;
import io.mathscale.grader.expression.UndefinedValueException;
import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.ChoiceLetters;
import io.mathscale.grader.extract.ChoiceOptions;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.LowestTerms;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.limits.StepBudget;
import io.mathscale.grader.normalize.Normalizer;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
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
 * grade.ending();    // BOX
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

  private static final Pattern PROGRAM_EXPONENT = Pattern.compile("-?\\d{1,9}[eE][-+]?\\d{1,2}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,99}\\.\\d{1,99}");
  private static final Pattern HEXADECIMAL = Pattern.compile("-?0[xX][0-9a-fA-F]++");

  /** Why a model stopped that was cut at its limit of tokens. */
  private static final Set<String> CUT = Set.of("length", "max_tokens", "max_output_tokens");

  StrictGrader() {}

  /**
   * Grades a model's text: finds its answer and compares that with the reference.
   *
   * @param completion what the model wrote
   * @param reference the reference answer, or a worked solution whose answer is boxed
   * @return the outcome, with the answer that was found and the rule that decided
   */
  public StrictGrade grade(String completion, String reference) {
    return grade(GradingRequest.of(completion, reference));
  }

  /**
   * Grades a model's text with everything that is known about it.
   *
   * @param request the text, its reference and what else is known
   * @return the outcome, with the answer that was found, where, and the rule that decided
   */
  public StrictGrade grade(GradingRequest request) {
    AnswerSpecification wanted = request.specification();
    PrescribedForm form =
        new PrescribedForm(wanted.tag(), wanted.regex(), wanted.isBoxOnly(), wanted.thinkingTags());
    String gold =
        boxedOrSelf(AnswerText.tail(request.reference())).replace("\\noindent", "").strip();
    ChoiceOptions options = ChoiceOptions.of(request.options(), request.question());
    Optional<String> spoken = AnswerExtractor.spoken(request.completion(), form);
    if (spoken.isEmpty() || spoken.get().isBlank()) {
      return noAnswer();
    }
    String text = AnswerText.tail(spoken.get());
    boolean isCut = CUT.contains(AnswerText.lower(request.finishReason()));
    boolean isChoice = ChoiceLetters.letters(gold).isPresent();
    Optional<FoundAnswer> found = AnswerExtractor.extract(text, isChoice, isCut, form);
    StrictGrade grade = found.map(answer -> grade(answer, gold, options)).orElse(noAnswer());
    if (grade.outcome() != Outcome.RIGHT && sameText(text, request.reference())) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), text.strip(), Ending.BARE);
    }
    boolean isReducible =
        grade.isRight()
            && LowestTerms.demandedBy(request.question())
            && LowestTerms.misses(grade.extracted());
    return isReducible
        ? toGrade(ComparisonResult.wrong(Rule.LOWEST_TERMS), grade.extracted(), grade.ending())
        : grade;
  }

  /** {@code 1/2 or 0.5} offers no alternative to the reference 1/2. */
  private static boolean saysTheSameTwice(String reading, String gold) {
    String text = reading.replace("\\text{ or }", " or ");
    int or = text.indexOf(" or ");
    return or > 0
        && text.indexOf(" or ", or + 1) < 0
        && judge(text.substring(0, or), gold).isRight()
        && judge(text.substring(or + " or ".length()), gold).isRight();
  }

  private static StrictGrade noAnswer() {
    return toGrade(ComparisonResult.wrong(Rule.NO_ANSWER), "", Ending.NONE);
  }

  private static StrictGrade grade(FoundAnswer found, String gold, ChoiceOptions options) {
    boolean isDenied = found.isHedged() && isSingleValue(gold);
    StrictGrade first = null;
    for (String reading : found.readings()) {
      ComparisonResult result = judge(reading, gold, options);
      StrictGrade grade = toGrade(result, reading, found.ending());
      if (result.isRight() && !isDenied) {
        return grade;
      }
      if (saysTheSameTwice(reading, gold)) {
        return toGrade(ComparisonResult.right(Rule.SET), reading, found.ending());
      }
      boolean decides =
          first == null
              || (first.outcome() == Outcome.UNDECIDED && result.outcome() == Outcome.WRONG);
      first = decides ? grade : first;
    }
    for (String whole : found.whole()) {
      if (sameText(whole, gold)) {
        return toGrade(ComparisonResult.right(Rule.SAME_TEXT), whole.strip(), found.ending());
      }
    }
    if (isDenied) {
      String told = found.readings().get(0);
      return toGrade(ComparisonResult.wrong(Rule.HEDGE), told, found.ending());
    }
    return first;
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
    ComparisonResult result = judge(answer, reference, ChoiceOptions.NONE);
    boolean mayBeSame = result.outcome() == Outcome.UNDECIDED && isTooLong(prediction, gold);
    if (mayBeSame && sameText(prediction, gold)) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), answer.strip(), Ending.BARE);
    }
    if (result.outcome() != Outcome.UNDECIDED
        || isTooLong(answer, reference)
        || AnswerExtractor.hasPhrase(answer) == AnswerExtractor.hasPhrase(reference)) {
      return toGrade(result, answer.strip(), Ending.BARE);
    }
    // a sentence instead of a bare answer
    String shortAnswer = stated(answer);
    ComparisonResult second = judge(shortAnswer, stated(reference), ChoiceOptions.NONE);
    return second.isRight()
        ? toGrade(second, shortAnswer.strip(), Ending.MARKER)
        : toGrade(result, answer.strip(), Ending.BARE);
  }

  private static String stated(String sentence) {
    return AnswerExtractor.extract(sentence, false, false, PrescribedForm.NONE)
        .filter(found -> !found.isHedged())
        .map(found -> found.readings().get(found.readings().size() - 1))
        .orElse(sentence);
  }

  private static StrictGrade toGrade(ComparisonResult result, String extracted, Ending ending) {
    return new StrictGrade(result.outcome(), extracted, result.rule(), ending);
  }

  private static String boxedOrSelf(String text) {
    return BoxedAnswers.last(text).orElse(text);
  }

  private static boolean sameText(String left, String right) {
    return isTooLong(left, right)
        ? left.equals(right)
        : !left.isBlank() && AnswerText.sameWithoutLayout(left, right);
  }

  private static boolean isTooLong(String left, String right) {
    return left.length() > GradingLimits.MAX_CHARACTERS
        || right.length() > GradingLimits.MAX_CHARACTERS;
  }

  private static ComparisonResult judge(String prediction, String gold, ChoiceOptions options) {
    ComparisonResult result = judge(prediction, gold);
    return result.isRight() ? result : choice(prediction, gold, options).orElse(result);
  }

  /** Whether the reference is one value, so that an answer with alternatives is not it. */
  private static boolean isSingleValue(String gold) {
    try {
      Optional<Node> node = AnswerReader.read(AnswerText.clean(gold), true);
      return node.isPresent()
          && !(node.get() instanceof Node.Group)
          && !(node.get() instanceof Node.Union)
          && !(node.get() instanceof Node.Difference)
          && !(node.get() instanceof Node.Relation)
          && !(node.get() instanceof Node.Words);
    } catch (LimitReachedException limit) {
      return false;
    }
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
    if (HEXADECIMAL.matcher(left).matches() && HEXADECIMAL.matcher(right).matches()) {
      return ComparisonResult.of(left.equalsIgnoreCase(right), Rule.EXACT_NUMBER);
    }
    return yesOrNo(left, right).orElseGet(() -> read(left, right));
  }

  /** What letters of choices decide; empty if neither side has any. */
  private static Optional<ComparisonResult> choice(
      String prediction, String gold, ChoiceOptions options) {
    String answer = AnswerText.clean(prediction.strip());
    String reference = AnswerText.clean(gold.strip());
    if (answer.isEmpty() || reference.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> given = ChoiceLetters.letters(answer).or(() -> ChoiceLetters.lettered(answer));
    Optional<String> wanted =
        ChoiceLetters.letters(reference).or(() -> ChoiceLetters.lettered(reference));
    boolean isWanted = wanted.isPresent() && isChoice(reference, wanted.get(), options);
    boolean isGiven = given.isPresent() && isChoice(answer, given.get(), options);
    if (wanted.isPresent() && given.isPresent()) {
      return isWanted || isGiven
          ? Optional.of(ComparisonResult.of(given.equals(wanted), Rule.CHOICE))
          : Optional.empty();
    }
    if (isWanted) {
      return Optional.of(valueForLetter(answer, wanted.get(), options));
    }
    return isGiven ? Optional.of(letterForValue(given.get(), gold, options)) : Optional.empty();
  }

  /** Several letters without a separator are a choice only where the options are known. */
  private static boolean isChoice(String text, String letters, ChoiceOptions options) {
    return letters.length() == 1
        || options.letters().contains(letters.substring(letters.length() - 1))
        || !text.contains(letters);
  }

  private static ComparisonResult valueForLetter(
      String answer, String letters, ChoiceOptions options) {
    if (letters.length() > 1) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    Optional<String> text = options.text(letters.charAt(0));
    if (text.isEmpty()) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    ComparisonResult result = judge(answer, text.get());
    boolean isWanted = result.isRight() || areSameWords(answer, text.get());
    boolean isOther =
        options
            .letters()
            .chars()
            .filter(letter -> letter != letters.charAt(0))
            .anyMatch(letter -> judge(answer, options.text((char) letter).orElseThrow()).isRight());
    if (isWanted && isOther) {
      // the answer says less than the options
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    if (isWanted) {
      return ComparisonResult.right(Rule.CHOICE);
    }
    return isOther || result.outcome() == Outcome.WRONG
        ? ComparisonResult.wrong(Rule.CHOICE)
        : ComparisonResult.undecided(Rule.CHOICE);
  }

  private static boolean areSameWords(String left, String right) {
    String bare = WordAnswers.withoutTextCommands(right).strip();
    return SENTENCE.matcher(left).matches()
        && SENTENCE.matcher(bare).matches()
        && WordAnswers.same(left, bare);
  }

  private static ComparisonResult letterForValue(
      String letters, String gold, ChoiceOptions options) {
    if (letters.length() > 1 || options.text(letters.charAt(0)).isEmpty()) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    ComparisonResult result = judge(options.text(letters.charAt(0)).orElseThrow(), gold);
    return result.outcome() == Outcome.UNDECIDED
        ? ComparisonResult.undecided(Rule.CHOICE)
        : ComparisonResult.of(result.isRight(), Rule.CHOICE);
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
    boolean hasCommas = left.indexOf(',') > 0 || right.indexOf(',') > 0;
    boolean mayBeList =
        hasCommas && (GROUPED_DIGITS.matcher(left).find() || GROUPED_DIGITS.matcher(right).find());
    if (mayBeList && compare(left, right, false).isRight()) {
      return ComparisonResult.right(Rule.SET);
    }
    String leftWithUnit = withMarkedUnit(left);
    String rightWithUnit = withMarkedUnit(right);
    boolean hasBareUnit = !leftWithUnit.equals(left) || !rightWithUnit.equals(right);
    if (hasBareUnit && haveUnits(leftWithUnit, rightWithUnit)) {
      return compare(leftWithUnit, rightWithUnit, true);
    }
    boolean hasComma =
        hasCommas
            && DECIMAL_COMMA.matcher(left).matches() != DECIMAL_COMMA.matcher(right).matches();
    if (hasComma && left.replace(',', '.').equals(right.replace(',', '.'))) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    if (isProgramExponent(left, right) || isProgramExponent(right, left)) {
      return ComparisonResult.right(Rule.EXACT_NUMBER);
    }
    boolean areUnread = result.rule() == Rule.NOT_UNDERSTOOD;
    return areUnread && SENTENCE.matcher(left).matches() && WordAnswers.same(left, right)
        ? ComparisonResult.right(Rule.WORDS)
        : result;
  }

  /** {@code 1e-3} may be e − 3, but beside the decimal 0.001 it is how a program writes that. */
  private static boolean isProgramExponent(String exponential, String decimal) {
    return PROGRAM_EXPONENT.matcher(exponential).matches()
        && DECIMAL.matcher(decimal).matches()
        && new BigDecimal(exponential).compareTo(new BigDecimal(decimal)) == 0;
  }

  private static String withMarkedUnit(String answer) {
    return "-.,/ 0123456789".indexOf(answer.charAt(0)) < 0
        ? answer
        : BARE_UNIT.matcher(answer).replaceFirst("$1\\\\text{$2}");
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
