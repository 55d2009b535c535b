package io.mathscale.teacher.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.teacher.families.Repertoire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TeacherAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("mathscale.root"));

  private final TeacherAnswers answers = new TeacherAnswers(AnswerOptions.RIGHT);

  @Test
  void namesConceptsAsJson() throws IOException {
    String answer =
        answers.answer(
            json(extraction("A right triangle has legs 3 and 4. Find its hypotenuse.")), 0);

    JsonNode concepts = JSON.readTree(answer);
    assertThat(concepts.at("/topics/0").asText()).isEqualTo("Triangles");
    assertThat(concepts.at("/knowledge_points/0").asText()).isEqualTo("Pythagorean theorem");
  }

  @Test
  void variesTheFormatWithoutResponseFormat() {
    Set<Character> starts = new HashSet<>();
    for (int legs = 1; legs < 40; legs++) {
      starts.add(answers.answer(plain(extraction("A triangle has legs " + legs)), 0).charAt(0));
    }

    assertThat(starts).containsExactlyInAnyOrder('{', '`', 'T');
  }

  @Test
  void posesAQuestionThatFits() {
    String answer = answers.answer(plain(generation("Discounts")), 0);

    assertThat(answer).startsWith("Question: ").contains("\nSolution: ", "\\boxed{", "\\%");
  }

  @Test
  void posesTheSameForTheSamePrompt() {
    AskedPrompt request = plain(generation("Median"));

    assertThat(answers.answer(request, 0)).isEqualTo(answers.answer(request, 0));
    assertThat(answers.answer(request, 0)).isNotEqualTo(answers.answer(request, 1));
    assertThat(answers.answer(request, 0))
        .isNotEqualTo(
            answers.answer(
                new AskedPrompt(request.prompt(), request.question(), false, 9, "m"), 0));
  }

  @Test
  void solvesWhatItPoses() {
    List<String> points =
        List.of(
            "Discounts", "Greatest common divisor", "Derivatives", "Median", "Area of a circle");
    for (int seed = 0; seed < 200; seed++) {
      String prompt = generation(points.get(seed % 5), points.get(seed / 5 % 5));
      String pair = answers.answer(new AskedPrompt(prompt, prompt, false, seed, "m"), 0);
      String question = pair.substring("Question: ".length(), pair.indexOf("\nSolution: "));
      String solution = pair.substring(pair.indexOf("\nSolution: ") + "\nSolution: ".length());
      for (String template : List.of("alpaca", "alpaca_cot", "alpaca_force_ans", "none")) {
        assertThat(answers.answer(plain(template(template).replace("{{question}}", question)), 0))
            .startsWith(solution)
            .contains(" The answer is $");
      }
    }
  }

  @Test
  void joinsTwoKnowledgePointsInOneStory() {
    String prompt = generation("Greatest common divisor", "Making change");
    for (int seed = 0; seed < 20; seed++) {
      assertThat(answers.answer(new AskedPrompt(prompt, prompt, false, seed, "m"), 0))
          .contains("\\gcd", " dollars")
          .doesNotContain("Let $N$");
    }
  }

  @Test
  void admitsWhatItCannotSolve() {
    assertThat(answers.answer(plain("Who proved Fermat's last theorem?"), 0))
        .isEqualTo(TeacherAnswers.UNSOLVED);
  }

  @Test
  void readsOtherTemplates() {
    String prompt =
        """
        You are a teacher. Create a new question.
        **Topics:**
        1. Calculus
        **Knowledge Points:**
        1. Limits
        """;

    assertThat(answers.answer(plain(prompt), 0)).startsWith("Question: ").contains("x");
    assertThat(
            answers.answer(
                json("List topics and knowledge points.\nQuestion: Find $\\lim_{x \\to 1} x$"), 0))
        .contains("\"Limits\"");
  }

  @Tag("slow")
  @Test
  void namesConceptsOfRealQuestions() throws IOException {
    Path seeds = ROOT.resolve("../shared/data/mwpbench/full_train.json");
    assumeTrue(Files.exists(seeds), "Real data must be beside the repository: " + seeds);
    ConceptRules rules = ConceptRules.load();
    Set<String> specificPoints =
        rules.rules().stream()
            .filter(rule -> rule.weight() > 1)
            .map(ConceptRules.Rule::knowledgePoint)
            .collect(Collectors.toSet());
    Set<String> points = new HashSet<>();
    int specific = 0;
    int all = 0;
    try (Stream<String> lines = Files.lines(seeds)) {
      for (String line : (Iterable<String>) lines::iterator) {
        NamedConcepts concepts = rules.conceptsOf(JSON.readTree(line).path("question").asText());
        assertThat(concepts.topics()).hasSizeBetween(1, 2);
        assertThat(concepts.knowledgePoints()).hasSizeBetween(1, 5);
        points.addAll(concepts.knowledgePoints());
        specific += specificPoints.contains(concepts.knowledgePoints().get(0)) ? 1 : 0;
        all++;
      }
    }

    assertThat(specific).isGreaterThan(all * 97 / 100);
    assertThat(points).hasSizeGreaterThan(200);
    assertThat(rules.rules()).hasSizeGreaterThan(120);
  }

  @Test
  void everyKnowledgePointTheRulesCanNameHasAFamily() {
    Set<String> posed = new Repertoire().knowledgePoints();

    assertThat(ConceptRules.load().rules())
        .allSatisfy(rule -> assertThat(posed).as(rule.topic()).contains(rule.knowledgePoint()));
  }

  @Test
  void everyTopicTheRulesCanNameHasAFamily() {
    assertThat(new Repertoire().topics())
        .containsAll(ConceptRules.load().rules().stream().map(ConceptRules.Rule::topic).toList());
  }

  private static String extraction(String question) {
    return template("extract").replace("{{question}}", question);
  }

  private static String generation(String... points) {
    return template("generate")
        .replaceAll("(?s)\\{\\{#examples}}.*?\\{\\{/examples}}\\n", "")
        .replaceAll("(?s)\\{\\{#topics}}.*?\\{\\{/topics}}", "- Mathematics")
        .replaceAll(
            "(?s)\\{\\{#knowledgePoints}}.*?\\{\\{/knowledgePoints}}",
            "- " + String.join("\n- ", points));
  }

  private static String template(String name) {
    try {
      return Files.readString(ROOT.resolve("conf/prompts/" + name + ".mustache"))
          .replace("[user]\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read template " + name, e);
    }
  }

  private static AskedPrompt plain(String prompt) {
    return new AskedPrompt(prompt, prompt, false, 0, "m");
  }

  private static AskedPrompt json(String prompt) {
    return new AskedPrompt(prompt, prompt, true, 0, "m");
  }
}
