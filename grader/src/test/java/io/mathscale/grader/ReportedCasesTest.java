package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the texts right that users of graders reported. */
class ReportedCasesTest {
  @Test
  void readsTheTextsThatAreNotArguable() {
    List<JsonNode> rows =
        RealData.rows(RealData.required("grader/reported.jsonl")).stream()
            .filter(row -> row.get("kind").asText().equals("completion"))
            .filter(row -> !row.get("arguable").asBoolean())
            .toList();
    List<JsonNode> wrong =
        rows.stream()
            .filter(
                row ->
                    Graders.strict()
                            .grade(row.get("prediction").asText(), row.get("gold").asText())
                            .isRight()
                        != row.get("want").asText().equals("RIGHT"))
            .toList();

    assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 20);
  }
}
