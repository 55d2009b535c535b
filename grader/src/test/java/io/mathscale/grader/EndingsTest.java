package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finds answers in the endings that models write, and knows what is no answer. */
class EndingsTest {
  private static final String CASES = "endings.tsv";
  private static final String QUESTION = "What is 3 * 4?\nA. 10\nB. 12\nC. 14";

  private final StrictGrader grader = Graders.strict();

  @ParameterizedTest
  @MethodSource("cases")
  void readsEachKindOfEnding(String line) {
    String[] fields = line.replace("⏎", "\n").split("\t", -1);
    GradingRequest request = GradingRequest.of(fields[1], fields[2]);

    StrictGrade grade = grader.grade(fields.length > 3 ? request.withQuestion(fields[3]) : request);

    assertThat(grade.outcome()).as("%s", grade).isEqualTo(Outcome.valueOf(fields[0]));
  }

  @Test
  void tellsWhereItFoundTheAnswer() {
    assertThat(ending("<answer>5</answer>")).isEqualTo(Ending.TAG);
    assertThat(ending("{\"answer\": 5}")).isEqualTo(Ending.JSON);
    assertThat(ending("\\boxed{5}")).isEqualTo(Ending.BOX);
    assertThat(ending("\\boxed{4} Final answer: 5")).isEqualTo(Ending.MARKER);
    assertThat(ending("She has **5** of the 7 eggs.")).isEqualTo(Ending.BOLD);
    assertThat(ending("5")).isEqualTo(Ending.BARE);
    assertThat(ending("So there are 5 eggs")).isEqualTo(Ending.LAST_VALUE);
    assertThat(ending("")).isEqualTo(Ending.NONE);
    assertThat(grader.grade("I take option B", "B").ending()).isEqualTo(Ending.LETTER);
  }

  @Test
  void tellsThatAnAnswerIsHedged() {
    assertThat(grader.grade("The answer is not 42.", "42").rule()).isEqualTo(Rule.HEDGE);
    assertThat(grader.grade("either 41 or 42", "42").rule()).isEqualTo(Rule.HEDGE);
    assertThat(grader.grade("either 41 or 42", "41, 42").isRight()).isTrue();
  }

  @Test
  void knowsTheOptionsThatAreGiven() {
    GradingRequest value = GradingRequest.of("\\boxed{12}", "B");

    assertThat(grader.grade(value).outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(grader.grade(value.withOptions(List.of("10", "12"))).isRight()).isTrue();
    assertThat(grader.grade(value.withOptions(List.of("A. 10", "B. 12"))).isRight()).isTrue();
    assertThat(grader.grade(value.withOptions(List.of("12", "10"))).outcome())
        .isEqualTo(Outcome.WRONG);
    assertThat(grader.grade(value.withQuestion(QUESTION)).isRight()).isTrue();
  }

  @Test
  void guessesNothingFromATextThatWasCut() {
    String cut = "First 3 + 4 = 7, then 5";

    assertThat(grader.grade(cut, "5").isRight()).isTrue();
    assertThat(grader.grade(GradingRequest.of(cut, "5").withFinishReason("length")).rule())
        .isEqualTo(Rule.NO_ANSWER);
    assertThat(
            grader
                .grade(GradingRequest.of("\\boxed{5} and so", "5").withFinishReason("length"))
                .isRight())
        .isTrue();
  }

  @Test
  void takesTheFormThatIsPrescribed() {
    GradingRequest request = GradingRequest.of("<res>5</res> \\boxed{6} Result >> 7", "5");
    AnswerSpecification none = AnswerSpecification.none();

    assertThat(grader.grade(request.withSpecification(none.withTag("res"))).isRight()).isTrue();
    assertThat(grader.grade(request.withSpecification(none.withBoxOnly())).extracted())
        .isEqualTo("6");
    assertThat(
            grader
                .grade(request.withSpecification(none.withRegex(Pattern.compile(">> (\\d+)"))))
                .extracted())
        .isEqualTo("7");
    assertThat(
            grader.grade(
                GradingRequest.of("The answer is 5.", "5").withSpecification(none.withBoxOnly())))
        .isEqualTo(new StrictGrade(Outcome.WRONG, "", Rule.NO_ANSWER, Ending.NONE));
  }

  @Test
  void takesThinkingInTagsThatArePrescribed() {
    AnswerSpecification form = AnswerSpecification.none().withThinkingTags(List.of("notes"));
    String open = "<notes>The answer is 5.";

    assertThat(grader.grade(open, "5").isRight()).isTrue();
    assertThat(grader.grade(GradingRequest.of(open, "5").withSpecification(form)).rule())
        .isEqualTo(Rule.NO_ANSWER);
    assertThat(
            grader
                .grade(GradingRequest.of(open + "</notes>6", "6").withSpecification(form))
                .isRight())
        .isTrue();
  }

  @Test
  void leavesUndecidedWhereAnExpressionTakesTooLong() {
    StrictGrade slow = withExpression("(a+)+(a+)+(a+)+b", "a".repeat(5_000));
    StrictGrade deep = withExpression("(?:a|b)*+c", "ab".repeat(9_000));

    assertThat(slow.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(slow.rule()).isEqualTo(Rule.LIMIT);
    assertThat(deep.outcome()).isNotEqualTo(Outcome.RIGHT);
  }

  private StrictGrade withExpression(String expression, String completion) {
    AnswerSpecification form = AnswerSpecification.none().withRegex(Pattern.compile(expression));
    return grader.grade(GradingRequest.of(completion, "5").withSpecification(form));
  }

  private Ending ending(String completion) {
    return grader.grade(completion, "5").ending();
  }

  static Stream<String> cases() {
    try (InputStream cases = EndingsTest.class.getResourceAsStream(CASES)) {
      return new String(cases.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + CASES, e);
    }
  }
}
