package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of answer from both sides: pairs that mean the same, and pairs that just do not. */
class KindsOfAnswersTest {
  private static final String PAIRS = "kinds.tsv";
  private static final String REPORTED = "grader/reported.jsonl";

  /** Rows that are about equality are bare answers; the others are about extraction. */
  private static final String BARE = "answer";

  @ParameterizedTest
  @MethodSource("pairs")
  void distinguishesEqualAndDifferentAnswers(String line) {
    String[] fields = line.split("\t", -1);
    boolean same = fields[0].equals("same");

    assertThat(Graders.strict().gradeAnswer(fields[1], fields[2]).isRight()).isEqualTo(same);
    assertThat(Graders.strict().gradeAnswer(fields[2], fields[1]).isRight()).isEqualTo(same);
  }

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

  static Stream<String> pairs() {
    try (InputStream lines = KindsOfAnswersTest.class.getResourceAsStream(PAIRS)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PAIRS, e);
    }
  }
}
