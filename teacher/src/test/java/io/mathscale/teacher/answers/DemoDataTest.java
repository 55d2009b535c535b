package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoDataTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEMO = Path.of(System.getProperty("mathscale.root"), "conf", "demo");
  private static final Pattern BOXED = Pattern.compile("\\\\boxed\\{(.*)}\\$\\. The answer is");

  private final TeacherAnswers answers = new TeacherAnswers(AnswerOptions.RIGHT);

  @Test
  void theBenchmarkHasTheAnswersThatTheTeacherFinds() {
    for (JsonNode row : rows("benchmark.jsonl")) {
      String solution = solution(row);
      if (!solution.equals(TeacherAnswers.UNSOLVED)) {
        assertThat(plain(boxed(solution)))
            .as(row.path("question").asText())
            .isEqualTo(plain(row.path("answer").asText()));
      }
    }
  }

  @Test
  void theTeacherSolvesSomeOfEachDataSetButNotAll() {
    List<JsonNode> rows = rows("benchmark.jsonl");
    Set<String> topics = new HashSet<>();
    Set<String> solved = new HashSet<>();
    long right = 0;
    for (JsonNode row : rows) {
      String topic = row.path("data_topic").asText().replaceAll("(MATH|college_math)\\..*", "$1");
      boolean isSolved = !solution(row).equals(TeacherAnswers.UNSOLVED);
      topics.add(topic);
      right += isSolved ? 1 : 0;
      if (isSolved) {
        solved.add(topic);
      }
    }

    assertThat(topics).hasSize(10);
    assertThat(solved).isEqualTo(topics);
    assertThat(100.0 * right / rows.size()).isBetween(50.0, 70.0);
  }

  @Test
  void noTestQuestionIsASeed() {
    Set<String> seeds = new HashSet<>();
    rows("seeds.jsonl").forEach(row -> seeds.add(row.path("question").asText()));

    assertThat(rows("benchmark.jsonl"))
        .extracting(row -> row.path("question").asText())
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(seeds);
  }

  private String solution(JsonNode row) {
    String question = row.path("question").asText();
    return answers.answer(new AskedPrompt(question, question, false, 0, "m"), 0);
  }

  private static String boxed(String solution) {
    Matcher boxed = BOXED.matcher(solution);

    assertThat(boxed.find()).as(solution).isTrue();
    return boxed.group(1);
  }

  private static String plain(String answer) {
    return answer.replaceAll("[$ ]", "").replaceAll("\\\\frac\\{(\\d+)}\\{(\\d+)}", "($1/$2)");
  }

  private static List<JsonNode> rows(String file) {
    try {
      return Files.readAllLines(DEMO.resolve(file)).stream().map(DemoDataTest::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static JsonNode row(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read row: " + line, e);
    }
  }
}
