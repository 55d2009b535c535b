package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class InferTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "openai-gpt3-175b_verification";

  /** Right answers by the publisher's verdict, of 1,319. */
  private static final Map<String, Long> PUBLISHED =
      Map.of(
          "openai-gpt3-6b_finetuning", 286L,
          "openai-gpt3-6b_verification", 515L,
          "openai-gpt3-175b_finetuning", 458L,
          "openai-gpt3-175b_verification", 742L);

  @TempDir private Path folder;

  @Test
  void asksTheProblemsOfTheBenchmark(SparkSession spark) throws IOException {
    try (ReplayServer server = new ReplayServer(Map.of("1 + 1 = ?", "It is 2."))) {
      StageContext context = run(spark, server);
      writeBenchmark(
          context,
          List.of(
              new Problem("a", "gsm8k", "", "1 + 1 = ?", "2", 0),
              new Problem("b", "gsm8k", "", "1 + 2 = ?", "3", 1)));

      new Infer().run(context);

      assertThat(context.workspace().read(Tables.OUTPUTS).collectAsList())
          .containsExactly(
              new ModelOutput("a", "gsm8k", MODEL, 0, "It is 2.", "2", "1 + 1 = ?", "stop", ""));
      assertThat(context.workspace().read(Tables.rejectedBy("infer")).collectAsList())
          .extracting(Rejected::id, Rejected::reason)
          .containsExactly(tuple("b", RejectionReason.CALL_FAILED));
      assertThat(server.lastRequest().get("temperature").asDouble()).isZero();
      assertThat(server.lastRequest().get("max_tokens").asInt()).isEqualTo(2048);
      assertThat(server.lastRequest().at("/stop/0").asText()).isEqualTo("Question:");
    }
  }

  @Test
  void asksNothingAgainForWhatAnAnswerSays() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            "workspace = \"%s/w\"\nmodel { base-url = \"http://127.0.0.1:9/v1\", name = m }"
                .formatted(folder));

    assertThat(
            Said.by(
                new EvalJob(),
                ExitCode.USAGE,
                "infer",
                "--retry-rejected",
                "--config",
                config.toString()))
        .startsWith(
            "mathscale: --retry-rejected must not stand with infer: every answer is of use to it");
  }

  @Test
  void asksABaseModelToGoOnWithThePrompt(SparkSession spark) throws IOException {
    try (ReplayServer server = new ReplayServer(Map.of("1 + 1 = ?", " It is 2."))) {
      StageContext context = run(spark, server, "model.dialect=completions");
      writeBenchmark(context, List.of(new Problem("a", "gsm8k", "", "1 + 1 = ?", "2", 0)));

      new Infer().run(context);

      assertThat(context.workspace().read(Tables.OUTPUTS).collectAsList())
          .extracting(ModelOutput::completion, ModelOutput::finishReason)
          .containsExactly(tuple(" It is 2.", "stop"));
      assertThat(server.lastRequest().get("prompt").asText())
          .endsWith("### Instruction:\n1 + 1 = ?\n\n### Response:");
      assertThat(server.lastRequest().has("messages")).isFalse();
      assertThat(server.lastRequest().at("/stop/0").asText()).isEqualTo("Question:");
    }
  }

  @Test
  void needsAModel(SparkSession spark) {
    StageContext context = Runs.of(spark, folder.resolve("w"));

    assertThatThrownBy(() -> new Infer().check(context.config()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.base-url must be set: \"\"");
  }

  @Tag("slow")
  @Test
  void givesTheVerdictsOfTheSameRowsReadFromAFile(SparkSession spark) throws IOException {
    List<ModelOutput> outputs =
        List.of(
            output("a", "1 + 1 = ?", "Two and no more.\n#### 2", "2"),
            output("b", "1 / 2 = ?", "It is $\\frac{1}{2}$.", "0.5"),
            output("c", "2 + 2 = ?", "The answer is 5.", "4"),
            output("d", "3 + 3 = ?", "I cannot tell.", "6"),
            output("e", "x + x = ?", "So $\\boxed{2x}$ “surely” ☺", "2x"));
    Path file = folder.resolve("outputs.jsonl");
    List<String> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, String> answers = new HashMap<>();
    for (ModelOutput output : outputs) {
      lines.add(
          JSON.createObjectNode()
              .put("id", output.id())
              .put("dataset", output.dataset())
              .put("model", MODEL)
              .put("question", output.question())
              .put("completion", output.completion())
              .put("reference", output.reference())
              .toString());
      problems.add(
          new Problem(
              output.id(), "gsm8k", "", output.question(), output.reference(), problems.size()));
      answers.put(output.question(), output.completion());
    }
    Files.write(file, lines);
    StageContext offline = Runs.of(spark, folder.resolve("offline"), "outputs.path=" + file);
    new Score().run(offline);

    try (ReplayServer server = new ReplayServer(answers)) {
      StageContext online = run(spark, server);
      writeBenchmark(online, problems);
      new Infer().run(online);
      new Score().run(online);

      assertThat(verdicts(online))
          .hasSize(5)
          .containsExactlyInAnyOrderElementsOf(verdicts(offline));
    }
    assertThat(verdicts(offline))
        .extracting(Verdict::id, Verdict::strict)
        .containsExactlyInAnyOrder(
            tuple("a", StrictVerdict.RIGHT),
            tuple("b", StrictVerdict.RIGHT),
            tuple("c", StrictVerdict.WRONG),
            tuple("d", StrictVerdict.WRONG),
            tuple("e", StrictVerdict.RIGHT));
  }

  private static ModelOutput output(
      String id, String question, String completion, String reference) {
    return new ModelOutput(id, "gsm8k", MODEL, 0, completion, reference, question, "stop", "");
  }

  private static List<Verdict> verdicts(StageContext context) {
    return context.workspace().read(Tables.VERDICTS).collectAsList();
  }

  /** Four models' answers to the same 1,319 problems, asked at once: a data set for each. */
  @Tag("slow")
  @Test
  void givesTheOfflineScoresOfRealOutputs(SparkSession spark) throws IOException {
    Path outputs = Runs.realData("outputs/gsm8k.openai-gpt3.jsonl");
    assumeTrue(Files.exists(outputs), "needs " + outputs);
    Map<String, String> answers = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Long> right = new TreeMap<>();
    for (String line : Files.readAllLines(outputs)) {
      JsonNode row = JSON.readTree(line);
      String model = row.get("model").asText();
      String question = row.get("question").asText() + "\nAnswer as " + model;
      answers.put(question, row.get("completion").asText());
      String id = model + "/" + row.get("id").asText();
      problems.add(
          new Problem(id, model, "", question, row.get("reference").asText(), problems.size()));
      right.merge(model, row.get("judge").asBoolean() ? 1L : 0L, Long::sum);
    }

    try (ReplayServer server = new ReplayServer(answers)) {
      StageContext context = run(spark, server, "score.average=full");
      writeBenchmark(context, problems);

      new Infer().run(context);
      new Score().run(context);

      Path metrics = Path.of(context.workspace().root().toUri()).resolve("metrics.json");
      JsonNode sets = JSON.readTree(metrics.toFile()).get(0).get("datasets");
      Map<String, Long> ours = new TreeMap<>();
      right.keySet().forEach(model -> ours.put(model, sets.get(model).get("right").asLong()));
      assertThat(ours).isEqualTo(right).isEqualTo(PUBLISHED);
      assertThat(sets).allSatisfy(set -> assertThat(set.get("rows").asLong()).isEqualTo(1319));
    }
  }

  private StageContext run(SparkSession spark, ReplayServer server, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "model.base-url=" + server.baseUrl(),
                "model.name=" + MODEL,
                "calls.max-failure-ratio=1"));
    all.addAll(List.of(settings));
    return Runs.of(spark, folder.resolve("w"), all.toArray(String[]::new));
  }

  private static void writeBenchmark(StageContext context, List<Problem> problems) {
    context
        .workspace()
        .write(
            Tables.BENCHMARK,
            context.spark().createDataset(problems, Problem.ENCODER),
            context.metadata(List.of()));
  }
}
