package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that are long, deep or of huge value are graded within the limits, and never right by
 * mistake.
 */
class HostileAnswersTest {
  /** Text of nothing but white space and signs is no answer, not even to itself. */
  private static final Set<Rule> NO_ANSWER = Set.of(Rule.NO_ANSWER);

  @Test
  void findsEachAnswerEqualToItselfAndNotToItselfPlusOne() {
    List<String> faults = new ArrayList<>();
    HostileAnswers.byName()
        .forEach(
            (name, answer) -> {
              StrictGrade itself = Graders.strict().gradeAnswer(answer, answer);
              if (!itself.isRight() && !NO_ANSWER.contains(itself.rule())) {
                faults.add(name + " for itself: " + itself.outcome());
              }
              boolean hasBox = name.contains("boxed{1}");
              if (!hasBox && Graders.strict().gradeAnswer(answer, answer + "+1").isRight()) {
                faults.add(name + " for one more");
              }
            });

    assertThat(faults).isEmpty();
  }

  @Tag("slow")
  @Test
  void gradesTextsOfAMillionCharacters() {
    HostileAnswers.byName()
        .forEach(
            (name, answer) -> {
              String reference = "5";
              String text = answer + "\nThe answer is 7.";
              assertThat(Graders.strict().grade(text, reference).isRight()).as(name).isFalse();
              assertThat(Graders.strict().grade("5", answer).isRight()).as(name).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(\\sqrt{2}+\\sqrt{3})^{1000}",
        "e^{200}",
        "10^{60}\\sqrt{2}",
        "\\sqrt{2}+e^{-200}",
      })
  void isNeverRightBecauseDigitsWereLost(String answer) {
    assertThat(Graders.strict().gradeAnswer(answer + "+1", answer).isRight()).isFalse();
    assertThat(Graders.strict().gradeAnswer(answer + "+10^{-80}", answer).isRight()).isFalse();
    assertThat(Graders.strict().gradeAnswer(answer + "+\\cos\\frac{\\pi}{2}", answer).outcome())
        .isNotEqualTo(Outcome.WRONG);
  }

  @Test
  void doesNotCompareLongTextsByTheirEndsAlone() {
    String text = "7".repeat(1_000_000);

    assertThat(Graders.strict().gradeAnswer("8" + text, "9" + text).outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(Graders.strict().gradeAnswer(text, text).outcome()).isEqualTo(Outcome.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9^{9^{9^{9}}}+1", "x^2+1", "(x-2)(x+1)", "3x=1", "2 \\cdot 10^{-1}"})
  void extractsTheWholeOfABareAnswer(String answer) {
    StrictGrade grade = Graders.strict().grade(answer, "1");

    assertThat(grade.isRight()).isFalse();
    assertThat(grade.extracted()).isEqualTo(answer);
  }
}
