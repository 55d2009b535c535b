package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agrees with the labels that public graders' test suites give to answers. */
class LabelledAnswersTest {
  /**
   * Rows with labels that the strict grader does not follow: 67 accepts 0.33 for 1/3, which is too
   * few digits; 107 has two boxes with signs between them; 185 accepts 125.663 for 40π, which
   * rounds to 125.664.
   */
  private static final Set<Integer> NOT_FOLLOWED = Set.of(67, 107, 185);

  @Test
  void agreesWithCasesOfPublicGraders() {
    List<Integer> disagreements = disagreements("grader/cases.jsonl");

    assertThat(disagreements).hasSizeLessThanOrEqualTo(302 - 280).isSubsetOf(NOT_FOLLOWED);
  }

  @Test
  void findsNoWrongAnswerRight() {
    assertThat(disagreements("grader/negatives.jsonl")).isEmpty();
  }

  @Test
  void agreesOnTypicalAnswers() {
    assertThat(disagreements("grader/perf.jsonl")).hasSizeLessThanOrEqualTo(2);
  }

  private static List<Integer> disagreements(String file) {
    List<JsonNode> rows = RealData.rows(RealData.required(file));
    List<Integer> disagreements = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LabelledPair pair = LabelledPair.of(file, rows.get(i));
      if (pair.grade().isRight() != pair.label()) {
        disagreements.add(i);
      }
    }

    return disagreements;
  }
}
