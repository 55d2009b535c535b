package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of many kinds, as people have reported them. */
class ReportedAnswersTest {
  private static final String REPORTED = "grader/reported.jsonl";

  /** Rows that are about equality are bare answers; the others are about extraction. */
  private static final String BARE = "answer";

  @Test
  void followsReportedAnswers() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : RealData.rows(RealData.required(REPORTED))) {
      boolean isClear = row.get("kind").asText().equals(BARE) && !row.get("arguable").asBoolean();
      StrictGrade grade =
          Graders.strict().gradeAnswer(row.get("prediction").asText(), row.get("gold").asText());
      if (isClear && grade.isRight() != row.get("want").asText().equals("RIGHT")) {
        wrong.add(row.toString());
      }
    }

    assertThat(wrong).isEmpty();
  }
}
