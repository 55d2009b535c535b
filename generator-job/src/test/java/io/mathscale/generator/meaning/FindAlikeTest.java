package io.mathscale.generator.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindAlikeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** That of the reference configuration. */
  private static final double THRESHOLD = 0.8;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add 12 to 3.50, then halve.|12 2 3.5",
        "Two of a dozen, one of 2/3.|12 2 3",
        "Find x.|''"
      })
  void numbersCountWhateverTheWayTheyAreWritten(String question, String numbers) {
    assertThat(NumberSet.of(question)).isEqualTo(numbers);
  }

  @Test
  void findsTheProblemMostAlikeOfEachBenchmarkAmongThoseOfTheSameNumbers() {
    BenchmarkVectors vectors =
        BenchmarkVectors.of(
            List.of(
                problem("1", "a", "Add 3 and 4.", 1, 0),
                problem("2", "a", "Take 3 from 4.", 0.8f, 0.6f),
                problem("3", "a", "Add 3 and 5.", 0.9f, 0.44f),
                problem("4", "b", "Of 4, take three.", 0.8f, 0.6f),
                problem("5", "b", "Find x.", 0.8f, 0.6f)));

    assertThat(vectors.mostAlike("3, and 4?", vector(0.9f, 0.44f), 0.95))
        .extracting(alike -> alike.benchmark() + alike.problem())
        .containsExactly("a2", "b4");
    assertThat(vectors.mostAlike("3, and 4?", vector(0, -1), 0.5)).isEmpty();
    assertThat(vectors.mayAsk("Four and 3?")).isTrue();
    assertThat(vectors.mayAsk("Four and 6?")).isFalse();
  }

  /** Loads the model, and embeds some 100 questions. */
  @Tag("slow")
  @Test
  void findsMostParaphrases() throws IOException {
    SentenceEmbedder embedder = new SentenceEmbedder();
    List<EmbeddedProblem> problems = new ArrayList<>();
    List<JsonNode> rows = paraphrases();
    for (JsonNode row : rows) {
      String question = row.get("question").asText();
      float[] vector = embedder.embed(question);
      List<Float> values = new ArrayList<>();
      for (float value : vector) {
        values.add(value);
      }

      problems.add(new EmbeddedProblem("p" + problems.size(), "test", question, values));
    }

    FindAlike search = new FindAlike(BenchmarkVectors.of(problems), THRESHOLD);
    int found = 0;
    for (int i = 0; i < rows.size(); i++) {
      List<AlikeProblem> alike = search.of(rows.get(i).get("paraphrase").asText());
      assertThat(alike).allMatch(one -> one.cosine() >= THRESHOLD);
      String problem = "p" + i;
      found += alike.stream().anyMatch(one -> one.problem().equals(problem)) ? 1 : 0;
    }

    assertThat(rows).hasSize(60);
    assertThat(found).isGreaterThanOrEqualTo(14);
  }

  private static List<JsonNode> paraphrases() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                FindAlikeTest.class.getResourceAsStream("paraphrases.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readTree(line));
      }
    }

    return rows;
  }

  private static EmbeddedProblem problem(
      String id, String benchmark, String question, float first, float second) {
    List<Float> vector = new ArrayList<>();
    for (float value : vector(first, second)) {
      vector.add(value);
    }

    return new EmbeddedProblem(id, benchmark, question, vector);
  }

  private static float[] vector(float first, float second) {
    float[] vector = new float[8];
    vector[0] = first;
    vector[1] = second;
    return vector;
  }
}
