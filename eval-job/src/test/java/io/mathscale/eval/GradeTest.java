package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.config.AnswerConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.eval.grading.AnswerForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
            {"gold": {"value": 4}, "prediction": "4", "kind": "answer", "note": "kept"}
            {"gold": "4", "prediction": "4", "kind": "text"}
            {"gold": "4"}
            nothing
            {"gold": "4", "prediction": "4", "kind": "answer"}
            """);

    assertThat(rows)
        .extracting(row -> row.path("error").asText())
        .satisfiesExactly(
            error -> assertThat(error).isEqualTo("gold must be a text or a number: {\"value\":4}"),
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
  void takesNumbersForAnswersButNotForCompletions() throws IOException {
    List<JsonNode> rows =
        grade(
            """
            {"gold": 1.0E10, "prediction": 10000000000, "kind": "answer"}
            {"gold": "0.5", "prediction": 0.5, "kind": "answer"}
            {"gold": 4, "prediction": 4, "kind": "completion"}
            {"gold": null, "prediction": 4, "kind": "answer"}
            """);

    assertThat(rows)
        .extracting(row -> row.get("strict").asText() + row.path("error").asText())
        .containsExactly(
            "RIGHT",
            "RIGHT",
            "nullprediction must be a text: 4",
            "nullgold must be a text or a number: null");
  }

  @Test
  void anErrorOfAnEarlierGradingGoes() throws IOException {
    JsonNode row =
        grade(
                """
                {"gold": "4", "prediction": "4", "kind": "answer", "strict": null, "error": "old"}
                """)
            .get(0);

    assertThat(row.get("strict").asText()).isEqualTo("RIGHT");
    assertThat(row.has("error")).isFalse();
  }

  @Test
  void countsWhatTheRowsGot() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"gold": "4", "prediction": "4", "kind": "answer"}
            {"gold": "4", "prediction": "5", "kind": "answer"}
            {"gold": "4"}
            """);
    Path output = folder.resolve("verdicts.jsonl");

    assertThat(Grade.grade(pairs, output, AnswerForm.of(AnswerConfig.none())).text(Path.of("o")))
        .isEqualTo(
            "grade: 3 rows written to o: 1 right, 1 wrong, 0 undecided; 1 of them have no grades:"
                + " see error");
  }

  @Test
  void gradesWithQuestionOptionsAndFinishReason() throws IOException {
    List<JsonNode> rows =
        grade(
            """
            {"gold": "B", "prediction": "The answer is 7.", "kind": "completion"}
            {"gold": "B", "prediction": "The answer is 7.", "kind": "completion", "options": ["6", "7"]}
            {"gold": "B", "prediction": "The answer is 7.", "kind": "completion", "question": "3 + 4 = ? A. 6 B. 7 C. 8"}
            {"gold": "7", "prediction": "First, 3 + 4 = 7", "kind": "completion"}
            {"gold": "7", "prediction": "First, 3 + 4 = 7", "kind": "completion", "finish_reason": "length"}
            {"gold": "7", "prediction": "7", "kind": "completion", "options": true}
            """);

    assertThat(rows)
        .extracting(row -> row.get("strict").asText() + " " + row.get("ending").asText())
        .containsExactly(
            "UNDECIDED MARKER",
            "RIGHT MARKER",
            "RIGHT MARKER",
            "RIGHT LAST_VALUE",
            "WRONG NONE",
            "null null");
    assertThat(rows.get(5).get("error").asText()).startsWith("options must be a list of texts");
  }

  @Test
  void takesAnswersInThePrescribedFormAlone() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"gold": "7", "prediction": "<final>7</final>", "kind": "completion", "dataset": "aime"}
            {"gold": "7", "prediction": "\\\\boxed{7}", "kind": "completion", "dataset": "aime"}
            {"gold": "7", "prediction": "\\\\boxed{7}", "kind": "completion", "dataset": "tal"}
            {"gold": "7", "prediction": "\\\\boxed{7}", "kind": "completion", "dataset": "MATH.Algebra"}
            """);
    Path output = folder.resolve("verdicts.jsonl");

    command(pairs, output, "--answer-tag=final", "--answer-dataset=aime", "--answer-dataset=MATH")
        .run();

    assertThat(rows(output))
        .extracting(row -> row.get("strict").asText() + " " + row.get("ending").asText())
        .containsExactly("RIGHT PRESCRIBED", "WRONG NONE", "RIGHT BOX", "WRONG NONE");
  }

  @Test
  void saysWhichDataSetsThatPrescribeAFormHaveNoRows() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            "{\"gold\": \"7\", \"prediction\": \"7\", \"kind\": \"answer\", \"dataset\": \"tal\"}");
    AnswerForm form =
        AnswerForm.of(new AnswerConfig("a", "", false, List.of(), List.of("tal", "Tal")));

    assertThat(Grade.grade(pairs, folder.resolve("verdicts.jsonl"), form).text(Path.of("o")))
        .endsWith(
            "0 undecided\ngrade: WARNING: no row is of a data set that --answer-dataset names: Tal");
  }

  @Test
  void refusesAFormThatCannotBeBeforeItGrades() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.jsonl"), "{}");
    Path output = folder.resolve("verdicts.jsonl");

    assertThatThrownBy(command(pairs, output, "--answer-regex", "(")::run)
        .isInstanceOf(ConfigException.class)
        .hasMessage("--answer-regex must be a regular expression: Unclosed group in (");
    assertThatThrownBy(command(pairs, output, "--answer-tag", "<a>")::run)
        .isInstanceOf(ConfigException.class)
        .hasMessage("--answer-tag must be the name of a tag without brackets: <a>");
    assertThatThrownBy(command(pairs, output, "--thinking-tag", "<a>")::run)
        .isInstanceOf(ConfigException.class)
        .hasMessage("--thinking-tag must be names of tags without brackets: [<a>]");
    assertThatThrownBy(command(pairs, output, "--answer-tag", "a", "--answer-box-only")::run)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("--answer-tag, --answer-regex and --answer-box-only must be set");
    assertThatThrownBy(command(pairs, output, "--answer-dataset", "MATH")::run)
        .isInstanceOf(ConfigException.class)
        .hasMessage("--answer-dataset must stand beside a form of answers: [MATH]");
    assertThat(output).doesNotExist();
  }

  @Test
  void aRegexThatBacktracksWithoutEndEndsAllTheSame() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            "{\"gold\": \"7\", \"prediction\": \"%s!\", \"kind\": \"completion\"}"
                .formatted("a".repeat(5_000)));
    Path output = folder.resolve("verdicts.jsonl");

    Grade.grade(
        pairs, output, AnswerForm.of(new AnswerConfig("", "(a+)+$", false, List.of(), List.of())));

    assertThat(rows(output).get(0).get("strict").asText()).isEqualTo("UNDECIDED");
  }

  /** As the issue on input wants it: whole, and model by model. */
  @Test
  void agreesWithPublishersOnOutputsOfModernModels() throws IOException {
    Path input = Runs.realData("outputs/modern.jsonl");
    assumeTrue(Files.exists(input), "needs " + input);

    PublisherAgreement agreement = new PublisherAgreement();
    rows(graded(input)).forEach(agreement::add);

    assertThat(agreement.share()).isGreaterThanOrEqualTo(0.95);
    assertThat(agreement.mostPointsBelow()).isLessThanOrEqualTo(6);
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

  private static Grade command(Path input, Path output, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--input", "" + input));
    arguments.addAll(List.of("--output", "" + output));
    arguments.addAll(List.of(options));
    CommandLine grade = new CommandLine(new Grade());
    grade.parseArgs(arguments.toArray(String[]::new));
    return grade.getCommand();
  }

  private List<JsonNode> grade(String lines) throws IOException {
    return rows(graded(Files.writeString(folder.resolve("pairs.jsonl"), lines)));
  }

  private Path graded(Path input) {
    Path output = folder.resolve("verdicts.jsonl");
    Grade.grade(input, output, AnswerForm.of(AnswerConfig.none()));
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
