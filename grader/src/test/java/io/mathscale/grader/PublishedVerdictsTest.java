package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agrees with what the released grader said of real rows, one by one. */
class PublishedVerdictsTest {
  private final MwpbenchGrader grader = Graders.mwpbench();

  @ParameterizedTest
  @CsvSource({
    "grader/cases.jsonl, 302",
    "grader/negatives.jsonl, 200",
    "grader/perf.jsonl, 1000",
    "outputs/gsm8k.openai-gpt3.jsonl, 5276",
    "outputs/math500.rho.jsonl, 1000",
  })
  void saysOfEveryRowWhatTheReleasedGraderSays(String file, int count) {
    Path input = RealData.required(file);
    Path published = RealData.required("grader/mwpbench/" + input.getFileName());
    List<JsonNode> rows = RealData.rows(input);
    List<JsonNode> verdicts = RealData.rows(published);

    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ours.add(i + " " + verdict(rows.get(i)));
      theirs.add(i + " " + verdictOf(verdicts.get(i)));
    }

    assertThat(ours).hasSize(count).isEqualTo(theirs);
  }

  private MwpbenchGrade verdict(JsonNode row) {
    if (row.has("completion")) {
      return grader.grade(row.get("completion").asText(), row.get("reference").asText());
    }
    String gold = row.get("gold").asText();
    String prediction = row.get("prediction").asText();
    return row.get("kind").asText().equals("answer")
        ? grader.gradeAnswer(prediction, gold)
        : grader.grade(prediction, gold);
  }

  private static MwpbenchGrade verdictOf(JsonNode row) {
    return new MwpbenchGrade(
        row.get("mwpbench").asBoolean(),
        row.get("clean_prediction").asText(""),
        row.get("clean_reference").asText(""),
        row.get("raises").asText(""));
  }
}
