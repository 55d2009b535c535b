package io.mathscale.grader;

import io.mathscale.grader.choices.ChoiceLetters;
import io.mathscale.grader.choices.ChoiceOptions;
import io.mathscale.grader.choices.OptionEquality;
import io.mathscale.grader.compare.ComparisonResult;
import io.mathscale.grader.compare.DemandedForm;
import io.mathscale.grader.compare.TextEquality;
import io.mathscale.grader.extract.AnswerExtractor;
import io.mathscale.grader.extract.BoxedAnswers;
import io.mathscale.grader.extract.FoundAnswer;
import io.mathscale.grader.extract.LowestTerms;
import io.mathscale.grader.extract.PrescribedForm;
import io.mathscale.grader.extract.Wanted;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Optional;

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
    try {
      return gradeWithin(request);
    } catch (LimitReachedException tooManySteps) {
      // an expression of the benchmark's own
      return toGrade(ComparisonResult.undecided(Rule.LIMIT), "", Ending.NONE);
    }
  }

  private static StrictGrade gradeWithin(GradingRequest request) {
    AnswerSpecification asked = request.specification();
    PrescribedForm form =
        new PrescribedForm(asked.tag(), asked.regex(), asked.isBoxOnly(), asked.thinkingTags());
    String gold =
        boxedOrSelf(AnswerText.tail(request.reference())).replace("\\noindent", "").strip();
    ChoiceOptions options = ChoiceOptions.of(request.options(), request.question());
    Optional<String> spoken = AnswerExtractor.spoken(request.completion(), form);
    if (spoken.isEmpty() || spoken.get().isBlank()) {
      return noAnswer();
    }
    String text = AnswerText.tail(spoken.get());
    boolean isCut = GradingRequest.isCut(request.finishReason());
    AnswerReader reader = new AnswerReader();
    Wanted wanted = new Wanted(gold, ChoiceLetters.letters(gold).isPresent(), reader);
    Optional<FoundAnswer> found = AnswerExtractor.extract(text, wanted, isCut, form);
    StrictGrade grade =
        found.isPresent() ? new Comparison(gold, options, reader).grade(found.get()) : noAnswer();
    if (grade.outcome() != Outcome.RIGHT && TextEquality.areSame(text, request.reference())) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), text.strip(), Ending.BARE);
    }
    boolean isReducible =
        grade.isRight()
            && LowestTerms.demandedBy(request.question())
            && LowestTerms.misses(grade.extracted())
            && !LowestTerms.misses(gold);
    if (isReducible) {
      return toGrade(ComparisonResult.wrong(Rule.LOWEST_TERMS), grade.extracted(), grade.ending());
    }
    boolean hasOtherForm =
        grade.isRight()
            && grade.rule() != Rule.SAME_TEXT
            && DemandedForm.of(request.question()).isMissed(grade.extracted(), gold);
    return hasOtherForm
        ? toGrade(ComparisonResult.wrong(Rule.FORM), grade.extracted(), grade.ending())
        : grade;
  }

  private static StrictGrade noAnswer() {
    return toGrade(ComparisonResult.wrong(Rule.NO_ANSWER), "", Ending.NONE);
  }

  /**
   * Compares a bare answer with the reference.
   *
   * @param prediction the answer
   * @param gold the reference answer
   * @return the outcome, with the answer and the rule that decided
   */
  public StrictGrade gradeAnswer(String prediction, String gold) {
    return gradeAnswer(prediction, gold, ChoiceOptions.NONE);
  }

  /**
   * Compares two bare answers to a question whose options may stand in it, so that the letter of an
   * option is as good as its text.
   *
   * @param prediction the answer
   * @param gold the reference answer
   * @param question the question
   * @return the outcome, with the answer and the rule that decided
   */
  public StrictGrade gradeAnswer(String prediction, String gold, String question) {
    return gradeAnswer(prediction, gold, ChoiceOptions.of(List.of(), question));
  }

  private static StrictGrade gradeAnswer(String prediction, String gold, ChoiceOptions options) {
    String answer = boxedOrSelf(AnswerText.tail(prediction));
    String reference = boxedOrSelf(AnswerText.tail(gold));
    AnswerReader reader = new AnswerReader();
    ComparisonResult result = new Comparison(reference, options, reader).judge(answer);
    boolean mayBeSame =
        result.outcome() == Outcome.UNDECIDED && TextEquality.areTooLong(prediction, gold);
    if (mayBeSame && TextEquality.areSame(prediction, gold)) {
      return toGrade(ComparisonResult.right(Rule.SAME_TEXT), answer.strip(), Ending.BARE);
    }
    if (result.outcome() != Outcome.UNDECIDED
        || TextEquality.areTooLong(answer, reference)
        || AnswerExtractor.hasPhrase(answer) == AnswerExtractor.hasPhrase(reference)) {
      return toGrade(result, answer.strip(), Ending.BARE);
    }
    // a sentence instead of a bare answer
    String shortAnswer = stated(answer, reader);
    String shortReference = stated(reference, reader);
    ComparisonResult second = new Comparison(shortReference, options, reader).judge(shortAnswer);
    return second.isRight()
        ? toGrade(second, shortAnswer.strip(), Ending.MARKER)
        : toGrade(result, answer.strip(), Ending.BARE);
  }

  private static String stated(String sentence, AnswerReader reader) {
    Wanted any = new Wanted("", false, reader);
    return AnswerExtractor.extract(sentence, any, false, PrescribedForm.NONE)
        .filter(FoundAnswer::isStated)
        .map(found -> found.readings().get(found.readings().size() - 1))
        .orElse(sentence);
  }

  private static StrictGrade toGrade(ComparisonResult result, String extracted, Ending ending) {
    return new StrictGrade(result.outcome(), extracted, result.rule(), ending);
  }

  private static String boxedOrSelf(String text) {
    return BoxedAnswers.last(text).orElse(text);
  }

  /** Compares what an answer may be with one reference. */
  private static final class Comparison {
    private final String gold;
    private final ChoiceOptions options;
    private final TextEquality texts;

    Comparison(String gold, ChoiceOptions options, AnswerReader reader) {
      this.gold = gold;
      this.options = options;
      this.texts = new TextEquality(reader);
    }

    StrictGrade grade(FoundAnswer found) {
      return found.doubt().isPresent() ? doubted(found, found.doubt().get()) : certain(found);
    }

    /** Nothing but the text of the reference itself decides. */
    private StrictGrade doubted(FoundAnswer found, Rule doubt) {
      for (String reading : found.readings()) {
        if (doubt != Rule.HEDGE && TextEquality.areSame(reading, gold)) {
          return toGrade(ComparisonResult.right(Rule.SAME_TEXT), reading, found.ending());
        }
      }
      for (String whole : found.whole()) {
        if (TextEquality.areSame(whole, gold)) {
          return toGrade(ComparisonResult.right(Rule.SAME_TEXT), whole.strip(), found.ending());
        }
      }
      return toGrade(
          ComparisonResult.undecided(doubt), found.readings().get(0).strip(), found.ending());
    }

    private StrictGrade certain(FoundAnswer found) {
      boolean isDenied = found.isHedged() && texts.isSingleValue(gold);
      StrictGrade first = null;
      for (String reading : found.readings()) {
        ComparisonResult result = judge(reading);
        StrictGrade grade = toGrade(result, reading, found.ending());
        if (result.isRight() && !isDenied) {
          return grade;
        }
        if (saysTheSameTwice(reading)) {
          return toGrade(ComparisonResult.right(Rule.SET), reading, found.ending());
        }
        boolean decides =
            first == null
                || (first.outcome() == Outcome.UNDECIDED && result.outcome() == Outcome.WRONG);
        first = decides ? grade : first;
      }
      for (String whole : found.whole()) {
        if (TextEquality.areSame(whole, gold)) {
          return toGrade(ComparisonResult.right(Rule.SAME_TEXT), whole.strip(), found.ending());
        }
      }
      if (isDenied) {
        String told = found.readings().get(0);
        return toGrade(ComparisonResult.wrong(Rule.HEDGE), told, found.ending());
      }
      return first;
    }

    /** {@code 1/2 or 0.5} offers no alternative to the reference 1/2. */
    private boolean saysTheSameTwice(String reading) {
      if (!reading.contains(" or ")) {
        return false;
      }
      String text = reading.replace("\\text{ or }", " or ");
      int or = text.indexOf(" or ");
      return or > 0
          && text.indexOf(" or ", or + 1) < 0
          && texts.compare(text.substring(0, or), gold).isRight()
          && texts.compare(text.substring(or + " or ".length()), gold).isRight();
    }

    ComparisonResult judge(String prediction) {
      ComparisonResult result = texts.compare(prediction, gold);
      return result.isRight()
          ? result
          : OptionEquality.compare(prediction, gold, options, texts).orElse(result);
    }
  }
}
