package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void addsToEachRowWhatTheGradersSay() throws IOException {
    List<JsonNode> rows =
        grade(
            """
            {"gold": "4", "prediction": "2 + 2 is 4", "kind": "completion", "note": "kept"}

            {"gold": "4", "prediction": "5", "kind": "answer"}
            """);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("note").asText()).isEqualTo("kept");
    assertThat(rows.get(0).get("mwpbench").asBoolean()).isTrue();
    assertThat(rows.get(0).get("extracted").asText()).isEqualTo("4");
    assertThat(rows.get(0).get("micros").asLong()).isNotNegative();
    assertThat(rows.get(0).has("error")).isFalse();
    assertThat(rows.get(1).get("mwpbench").asBoolean()).isFalse();
  }

  @Test
  void goesOnAfterARowThatCannotBeGraded() throws IOException {
    List<JsonNode> rows =
        grade(
            """
            {"gold": 4, "prediction": "4", "kind": "answer", "note": "kept"}
            {"gold": "4", "prediction": "4", "kind": "text"}
            {"gold": "4"}
            nothing
            {"gold": "4", "prediction": "4", "kind": "answer"}
            """);

    assertThat(rows)
        .extracting(row -> row.path("error").asText())
        .satisfiesExactly(
            error -> assertThat(error).isEqualTo("gold must be a text: 4"),
            error -> assertThat(error).isEqualTo("kind must be answer or completion: \"text\""),
            error -> assertThat(error).isEqualTo("prediction must be a text: missing"),
            error -> assertThat(error).startsWith("a row must be JSON: "),
            error -> assertThat(error).isEmpty());
    assertThat(rows.get(0).get("strict").isNull()).isTrue();
    assertThat(rows.get(0).get("note").asText()).isEqualTo("kept");
    assertThat(rows.get(3).get("line").asText()).isEqualTo("nothing");
    assertThat(rows.get(4).get("mwpbench").asBoolean()).isTrue();
  }

  @Test
  void agreesWithTheReleasedGraderOnRealPairs() throws IOException {
    for (String file : List.of("cases.jsonl", "negatives.jsonl", "perf.jsonl")) {
      Path input = Runs.realData("grader").resolve(file);
      assumeTrue(Files.exists(input), "needs " + input);

      List<Boolean> ours = new ArrayList<>();
      rows(graded(input)).forEach(row -> ours.add(row.get("mwpbench").asBoolean()));
      List<Boolean> theirs = new ArrayList<>();
      rows(Runs.realData("grader/mwpbench").resolve(file))
          .forEach(row -> theirs.add(row.get("mwpbench").asBoolean()));

      assertThat(ours).as(file).isEqualTo(theirs).isNotEmpty();
    }
  }

  private List<JsonNode> grade(String lines) throws IOException {
    return rows(graded(Files.writeString(folder.resolve("pairs.jsonl"), lines)));
  }

  private Path graded(Path input) {
    Path output = folder.resolve("verdicts.jsonl");
    Grade.grade(input, output);
    return output;
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      rows.add(JSON.readTree(line));
    }

    return rows;
  }
}
