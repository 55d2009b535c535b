package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finds each reference of the benchmarks again in the endings that models write. */
class WrappedReferencesTest {
  private static final String FILE = "mwpbench/full_test.json";

  /** Every so many rows are enough to see a fault of a kind, and take seconds. */
  private static final int STEP = 3;

  /** How far the row is whose answer stands in the place of a row's own. */
  private static final int DISTANCE = 7_919;

  /** An ending around an answer. */
  enum Wrapper {
    BOX("So we get \\boxed{%1$s}"),
    BOLD("Adding all of it up gives the result.\n\n**%1$s**"),
    PHRASE("The answer is %1$s."),
    TAG("<answer>%1$s</answer>"),
    TAG_AFTER_THINKING("<think>Maybe \\boxed{%2$s}. Hmm.</think>\n<answer>%1$s</answer>"),
    LAST_LINE("We work it out step by step.\nFinal Answer: %1$s");

    private final String text;

    Wrapper(String text) {
      this.text = text;
    }

    String around(String answer, String other) {
      return text.formatted(answer, other);
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsEachReferenceAgain(Wrapper wrapper) {
    List<JsonNode> rows = RealData.rows(RealData.required(FILE));
    List<String> missed = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < rows.size(); i += STEP) {
      String answer = answer(rows, i);
      count++;
      if (!isRight(wrapper.around(answer, answer(rows, i + DISTANCE)), answer)) {
        missed.add(answer);
      }
    }

    assertThat(missed).hasSizeLessThanOrEqualTo(count / 200);
  }

  @ParameterizedTest
  @EnumSource
  void findsNoOtherAnswerRight(Wrapper wrapper) {
    List<JsonNode> rows = RealData.rows(RealData.required(FILE));
    List<String> found = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < rows.size(); i += STEP) {
      String answer = answer(rows, i);
      String wrong = answer(rows, i + DISTANCE);
      count++;
      boolean areEqual = Graders.strict().gradeAnswer(wrong, answer).isRight();
      if (!areEqual && isRight(wrapper.around(wrong, answer), answer)) {
        found.add(wrong + " for " + answer);
      }
    }

    assertThat(found).hasSizeLessThanOrEqualTo(count / 1_000);
  }

  private static boolean isRight(String completion, String reference) {
    return Graders.strict().grade(completion, reference).isRight();
  }

  private static String answer(List<JsonNode> rows, int index) {
    return rows.get(index % rows.size()).get("answer").asText();
  }
}
