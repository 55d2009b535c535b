package io.mathscale.eval;

import static io.mathscale.eval.ScoreRuns.metrics;
import static io.mathscale.eval.ScoreRuns.output;
import static io.mathscale.eval.ScoreRuns.problem;
import static io.mathscale.eval.ScoreRuns.writeBenchmark;
import static io.mathscale.eval.ScoreRuns.writeOutputs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ScoreReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void countsTheFirstRowsAndReportsSamplesAndTopics(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"), "score.cap=2");
    Problem[] problems = new Problem[12];
    ModelOutput[] outputs = new ModelOutput[12];
    for (int i = 0; i < problems.length; i++) {
      // The order of the benchmark is not that of the ids: the first two have wrong answers.
      problems[i] = problem("p" + i, "tal", "4", problems.length - i);
      outputs[i] = output("p" + i, "tal", i < 3 ? "I say 4" : "I say 5");
    }

    writeBenchmark(context, problems);
    writeOutputs(context, outputs);
    writeConcepts(context, problems);

    new Score().run(context);

    JsonNode metrics = metrics(context).get(0);
    assertThat(metrics.at("/datasets/tal/rows").asLong()).isEqualTo(2);
    assertThat(metrics.at("/datasets/tal/right").asLong()).isZero();
    assertThat(metrics.at("/averages/full/rows").asLong()).isEqualTo(12);
    assertThat(metrics.at("/averages/full/micro").asDouble()).isEqualTo(0.25);
    String report =
        Files.readString(Path.of(context.workspace().root().toUri()).resolve("report.html"));
    assertThat(report)
        .contains("<td class=\"text\">Algebra</td><td class=\"text\">m</td><td>12</td>")
        .contains("<td class=\"main\">25.0</td>")
        .contains("By length of the text that the model wrote")
        .contains("9 problems without a right answer")
        .contains(
            "<a href=\"#set&#x3D;tal&amp;id&#x3D;p10\">p10</a></td><td class=\"text\">tal</td>"
                + "<td>1</td><td>1</td><td class=\"text\"><code>4</code></td>"
                + "<td class=\"text quiet\">question p10</td>")
        .contains("With one answer to each problem there is no pass@k or maj@k");
  }

  @Test
  void tellsTheQuestionsOfOutputsWhereNoBenchmarkTellsThem(SparkSession spark) throws IOException {
    StageContext context =
        Runs.of(
            spark,
            folder.resolve("w"),
            "outputs.path="
                + lines(
                    """
                    {"id": "a", "dataset": "tal", "model": "m", "question": "How many?", "completion": "It is 5", "reference": "4"}
                    {"id": "a", "dataset": "tal", "model": "n", "question": "How many?", "completion": "It is 6", "reference": "4"}
                    """));

    new Score().run(context);

    assertThat(Files.readString(Path.of(context.workspace().root().toUri()).resolve("report.html")))
        .contains("<code>4</code></td><td class=\"text quiet\">How many?</td>");
  }

  @Test
  void writesSamplesAsTheHarnessDoes(SparkSession spark) throws IOException {
    StageContext context =
        Runs.of(
            spark,
            folder.resolve("w"),
            "score.lm-eval-samples=true",
            "outputs.path="
                + lines(
                    """
                    {"id": "b", "dataset": "tal", "model": "lab/m:1", "completion": "It is 5", "reference": "5"}
                    {"id": "a", "dataset": "tal", "model": "lab/m:1", "completion": "It is 4"}
                    {"id": "a", "dataset": "tal", "model": "lab/m:1", "completion": "It is 3"}
                    {"id": "a", "dataset": "aime24", "model": "lab/m:1", "completion": "It is 3", "reference": "3"}
                    """));
    writeBenchmark(context, problem("a", "tal", "4", 0));

    new Score().run(context);

    Path model = Path.of(context.workspace().root().toUri()).resolve("lm-eval/lab__m__1");
    List<String> rows = Files.readAllLines(model.resolve("samples_tal_1970-01-01T00-00-00.jsonl"));
    assertThat(model.resolve("samples_aime24_1970-01-01T00-00-00.jsonl")).exists();
    assertThat(rows).hasSize(2);
    JsonNode first = JSON.readTree(rows.get(0));
    assertThat(first.get("doc_id").asInt()).isZero();
    assertThat(first.at("/doc/question").asText()).isEqualTo("question a");
    assertThat(first.get("target").asText()).isEqualTo("4");
    assertThat(first.get("resps").toString()).isEqualTo("[[\"It is 4\",\"It is 3\"]]");
    assertThat(first.get("filtered_resps").toString()).isEqualTo("[\"4\",\"3\"]");
    assertThat(first.get("exact_match").asDouble()).isEqualTo(0.5);
    assertThat(first.get("target_hash").asText())
        .isEqualTo("4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a");
    assertThat(JSON.readTree(rows.get(1)).get("doc_id").asInt()).isOne();
  }

  @Tag("slow")
  @Test
  void keepsAnswersInFullBesideTheReport(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"), "score.report-samples=3");
    writeBenchmark(
        context,
        problem("a", "tal", "4", 0),
        problem("b", "tal", "4", 1),
        problem("c", "tal", "4", 2),
        new Problem("d", "tal", "", "question d", "4", 3, "Level 5", "Algebra", List.of()));
    writeOutputs(
        context,
        output("a", "tal", "I say 4"),
        output("b", "tal", "I say 4"),
        output("c", "tal", "I say 4"),
        output("d", "tal", "I say </script>5"));

    new Score().run(context);
    new Score().run(context);

    Path workspace = Path.of(context.workspace().root().toUri());
    List<Path> scripts;
    try (Stream<Path> files = Files.walk(workspace.resolve("report"))) {
      scripts = files.filter(file -> file.toString().endsWith(".js")).toList();
    }

    // Those of the first run are gone; of one wrong and three right answers two right ones are
    // drawn.
    assertThat(scripts).singleElement().satisfies(script -> assertThat(script).hasFileName("0.js"));
    String script = Files.readString(scripts.get(0));
    assertThat(script).startsWith("mathscaleSamples(0,[").contains("\"question\":\"question d\"");
    assertThat(script)
        .contains("\"kinds\":[\"level: Level 5\",\"subject: Algebra\",\"length: up to 250\"]");
    assertThat(script.split("I say 4", -1)).hasSize(3);
    assertThat(script.split("</script>5", -1)).hasSize(2);
    String folder = workspace.relativize(scripts.get(0).getParent()).toString();
    assertThat(Files.readString(workspace.resolve("report.html")))
        .contains("{\"folder\":\"" + folder + "\",\"chunk\":100,\"grader\":\"strict\"")
        .contains("\"WRONG\",0,0,0,1,1],[0,0,\"RIGHT\",1,1,0,3,2]");
  }

  private static void writeConcepts(StageContext context, Problem... problems) {
    Provenance provenance = new Provenance("k", "p", "m", 1, 1, BigDecimal.ZERO);
    List<SeedQuestion> seeds = new ArrayList<>();
    List<ExtractedConcepts> concepts = new ArrayList<>();
    for (Problem problem : problems) {
      String seed = "seed " + problem.id();
      // The same questions in another typography.
      String question = "**" + problem.question().toUpperCase(Locale.ROOT) + "**?";
      seeds.add(new SeedQuestion(seed, "tal", question, "", ""));
      concepts.add(
          new ExtractedConcepts(seed, "tal", List.of("Algebra"), List.of("Sums"), provenance));
    }

    context
        .workspace()
        .write(
            Tables.SEEDS,
            context.spark().createDataset(seeds, SeedQuestion.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.CONCEPTS,
            context.spark().createDataset(concepts, ExtractedConcepts.ENCODER),
            context.metadata(List.of()));
  }

  private Path lines(String content) throws IOException {
    return Files.writeString(folder.resolve("outputs.jsonl"), content);
  }
}
