package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.eval.score.ListedVerdicts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ScoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Problem[] BENCHMARK = {
    problem("a", "gsm8k", "4", 0), problem("b", "gsm8k", "5", 1)
  };

  /** Each model is the matter of one test. */
  private static final String OUTPUTS =
      """
      {"id": "a", "dataset": "gsm8k", "model": "referred", "completion": "It is 4"}
      {"id": "b", "dataset": "gsm8k", "model": "referred", "completion": "It is 4", "reference": "4"}
      {"id": "a", "dataset": "tal", "model": "referred", "completion": "It is 4"}
      {"id": "z", "dataset": "gsm8k", "model": "referred", "completion": "It is 4"}
      {"id": "a", "dataset": "d", "model": "numbered", "completion": "1", "reference": "1"}
      {"id": "a", "dataset": "d", "model": "numbered", "completion": "2", "reference": "1"}
      {"id": "b", "dataset": "d", "model": "numbered", "completion": "3", "reference": "3", "sample": 1}
      {"id": "b", "dataset": "d", "model": "numbered", "completion": "4", "reference": "3", "sample": 1}
      not json
      {"id": "a", "dataset": "tal", "model": "several", "completion": "2", "reference": "1"}
      {"id": "a", "dataset": "tal", "model": "several", "completion": "1", "reference": "1"}
      {"id": "a", "dataset": "tal", "model": "several", "completion": "1", "reference": "1"}
      {"id": "a", "dataset": "tal", "model": "several", "completion": "1", "reference": "1"}
      {"id": "a", "dataset": "tal", "model": "disputed", "completion": "\\\\boxed{3/4}", "reference": "0.75"}
      {"id": "b", "dataset": "tal", "model": "disputed", "completion": "It is 1500", "reference": "1500"}
      {"id": "a", "dataset": "tal", "model": "unclear", "completion": "The answer is 7.", "reference": "B"}
      {"id": "c", "dataset": "tal", "model": "disputed", "completion": "\\\\boxed{12\\\\sqrt{3}}", "reference": "$2 \\\\sqrt{3}$"}
      """;

  private static final String PARQUET =
      """
      {"id": 1, "dataset": "tal", "model": "parquet", "completion": "1", "reference": "1", "finish_reason": "length"}
      {"id": 2, "dataset": "tal", "model": "parquet", "completion": null, "reference": "1"}
      """;

  private static final String FORMS =
      """
      {"id": "a", "dataset": "d", "model": "m", "completion": "<final>4</final>", "reference": "4"}
      {"id": "b", "dataset": "d", "model": "m", "completion": "It is 4", "reference": "4"}
      {"id": "a", "dataset": "gsm8k", "model": "m", "completion": "The answer is 6.", "reference": "B", "options": ["5", "6"]}
      {"id": "q", "dataset": "tal", "model": "m", "completion": "The answer is 6."}
      {"id": "o", "dataset": "tal", "model": "m", "completion": "The answer is 6."}
      {"id": "b", "dataset": "tal", "model": "m", "completion": "So far 4", "reference": "4", "finish_reason": "length"}
      """;

  private static Path outputs;

  /** Scores all of {@link #OUTPUTS}; tests look at it, each at its part. */
  private static StageContext ofFiles;

  @TempDir private Path folder;

  @BeforeAll
  static void scoreFiles(SparkSession spark, @TempDir Path shared) throws IOException {
    outputs = Files.createDirectories(shared.resolve("outputs"));
    Files.writeString(outputs.resolve("outputs.jsonl"), OUTPUTS + many());
    Path lines = Files.writeString(shared.resolve("parquet.jsonl"), PARQUET);
    spark.read().json(lines.toString()).write().parquet(outputs.resolve("parquet").toString());
    ofFiles = Runs.of(spark, shared.resolve("w"), "outputs.path=" + outputs, "score.average=full");
    writeBenchmark(ofFiles, BENCHMARK);

    new Score().run(ofFiles);
  }

  private static String many() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      rows.append(
          """
          {"id": "%d", "dataset": "tal", "model": "many", "completion": "%d", "reference": "1"}
          """
              .formatted(i % 50, i % 7));
    }

    return rows.toString();
  }

  @Test
  void scoresWhatInferWrote(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    writeBenchmark(
        context,
        problem("a", "gsm8k", "4", 0),
        problem("b", "gsm8k", "5", 1),
        problem("c", "tal", "6", 2));
    writeOutputs(context, output("a", "gsm8k", "It is 4"), output("b", "gsm8k", "It is 4"));

    new Score().run(context);

    assertThat(verdicts(context))
        .extracting(Verdict::id, Verdict::mwpbench, Verdict::sample)
        .containsExactlyInAnyOrder(tuple("a", true, 0), tuple("b", false, 0));
    JsonNode metrics = metrics(context).get(0);
    assertThat(metrics.get("model").asText()).isEqualTo("m");
    assertThat(metrics.get("grader").asText()).isEqualTo("strict");
    assertThat(metrics.get("rows").asLong()).isEqualTo(2);
    assertThat(metrics.get("missing").asLong()).isEqualTo(1);
    assertThat(metrics.get("micro").asDouble()).isEqualTo(0.5);
    assertThat(metrics.at("/datasets/gsm8k/right").asLong()).isEqualTo(1);
    assertThat(metrics.at("/datasets/gsm8k/missing").asLong()).isZero();
    assertThat(metrics.at("/datasets/tal/missing").asLong()).isEqualTo(1);
    assertThat(metrics.at("/datasets/tal/accuracy").isNull()).isTrue();
    assertThat(metrics.at("/datasets/gsm8k/standardError").asDouble()).isPositive();
    assertThat(metrics.at("/datasets/tal/standardError").isNull()).isTrue();
    assertThat(Files.readString(Path.of(context.workspace().root().toUri()).resolve("report.html")))
        .contains("<td class=\"quiet\">Prompt</td><td class=\"text\">alpaca</td>")
        .contains(
            "<td class=\"quiet\">Cost</td><td class=\"text\">$0.0000, and $0.0000 in doubt</td>");
  }

  @Test
  void takesReferencesFromTheBenchmarkWhereRowsHaveNone() {
    assertThat(verdicts(ofFiles, "referred"))
        .extracting(Verdict::id, Verdict::reference, Verdict::mwpbench)
        .containsExactlyInAnyOrder(tuple("a", "4", true), tuple("b", "4", true));
    assertThat(rejected(ofFiles))
        .filteredOn(row -> row.reason() == RejectionReason.NO_ANSWER)
        .extracting(Rejected::id, Rejected::detail)
        .containsExactlyInAnyOrder(
            tuple("a", noReference("a of tal")), tuple("z", noReference("z of gsm8k")));
  }

  private static String noReference(String problem) {
    return "a row must have a reference, or the benchmark its problem: " + problem;
  }

  @Test
  void gradesByFormQuestionOptionsAndFinishReason(SparkSession spark) throws IOException {
    StageContext context =
        Runs.of(
            spark,
            folder.resolve("w"),
            "outputs.path=" + lines(FORMS),
            "benchmark.answer.tag=final",
            "benchmark.answer.datasets=[d]");
    writeBenchmark(
        context,
        new Problem("q", "tal", "", "3 + 3 = ? A. 5 B. 6 C. 7", "B", 0),
        new Problem("o", "tal", "", "3 + 3 = ?", "B", 1, "", "", List.of("5", "6")));

    new Score().run(context);

    assertThat(context.workspace().read(ListedVerdicts.TRUNCATED).collectAsList())
        .extracting(Verdict::id, Verdict::dataset)
        .containsExactly(tuple("b", "tal"));
    assertThat(verdicts(context))
        .extracting(
            Verdict::dataset, Verdict::id, Verdict::strict, Verdict::ending, Verdict::isTruncated)
        .containsExactlyInAnyOrder(
            tuple("d", "a", StrictVerdict.RIGHT, "PRESCRIBED", false),
            tuple("d", "b", StrictVerdict.WRONG, "NONE", false),
            tuple("gsm8k", "a", StrictVerdict.RIGHT, "MARKER", false),
            tuple("tal", "q", StrictVerdict.RIGHT, "MARKER", false),
            tuple("tal", "o", StrictVerdict.RIGHT, "MARKER", false),
            tuple("tal", "b", StrictVerdict.WRONG, "NONE", true));
  }

  @Test
  void agreesWithPublishersOnOutputsOfModernModels(SparkSession spark) throws IOException {
    Path published = Runs.realData("outputs/modern.jsonl");
    assumeTrue(Files.exists(published), "needs " + published);
    List<ObjectNode> rows = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(published)) {
      ObjectNode row = (ObjectNode) JSON.readTree(line);
      row.put("id", "p" + rows.size())
          .put("completion", row.get("prediction").asText())
          .put("reference", row.get("gold").asText());
      rows.add(row);
      lines.append(row).append('\n');
    }

    StageContext context =
        Runs.of(spark, folder.resolve("w"), "outputs.path=" + lines(lines.toString()));
    new Score().run(context);

    PublisherAgreement agreement = new PublisherAgreement();
    for (Verdict verdict : verdicts(context)) {
      ObjectNode row = rows.get(Integer.parseInt(verdict.id().substring(1)));
      agreement.add(row.put("strict", verdict.strict().name()));
    }

    assertThat(agreement.share()).isGreaterThanOrEqualTo(0.95);
    assertThat(agreement.mostPointsBelow()).isLessThanOrEqualTo(6);
  }

  @Test
  void numbersSamplesAndRejectsRepeatedOnes() throws IOException {
    assertThat(verdicts(ofFiles, "numbered"))
        .extracting(Verdict::id, Verdict::sample, Verdict::extracted)
        .containsExactlyInAnyOrder(tuple("a", 0, "1"), tuple("a", 1, "2"), tuple("b", 1, "3"));
    assertThat(rejected(ofFiles))
        .filteredOn(row -> row.reason() == RejectionReason.DUPLICATE)
        .extracting(Rejected::id, Rejected::content, ScoreTest::place)
        .containsExactly(tuple("b", "4", "outputs.jsonl, row 8"));
    assertThat(metrics(ofFiles, "numbered").at("/datasets/d/rows").asLong()).isEqualTo(3);
    assertThat(metrics(ofFiles, "numbered").at("/datasets/d/problems").asLong()).isEqualTo(2);
  }

  @Test
  void tellsTheLineOfARowThatIsNoOutput() {
    assertThat(rejected(ofFiles))
        .filteredOn(row -> row.reason() == RejectionReason.NOT_JSON)
        .extracting(ScoreTest::place)
        .containsExactly("outputs.jsonl, row 9");
  }

  private static String place(Rejected row) {
    return row.origin().replaceFirst(".*/", "");
  }

  @Test
  void tellsPassAndMajorityOfSeveralAnswers() throws IOException {
    JsonNode set = metrics(ofFiles, "several").at("/datasets/tal");

    assertThat(set.at("/pass/1").asDouble()).isEqualTo(0.75);
    assertThat(set.at("/pass/2").asDouble()).isEqualTo(1);
    // Answers 2 1 1 1 of which 1 is right: of the six pairs three are 1 1, three are even.
    assertThat(set.at("/majority/1").asDouble()).isEqualTo(0.75);
    assertThat(set.at("/majority/2").asDouble()).isEqualTo(0.75);
    assertThat(set.at("/majority/4").asDouble()).isOne();
  }

  @Test
  void listsWhereTheGradersDisagree() {
    assertThat(ofFiles.workspace().read(ListedVerdicts.DISAGREEMENTS).collectAsList())
        .filteredOn(verdict -> verdict.model().equals("disputed"))
        .extracting(Verdict::id, Verdict::mwpbench)
        .containsExactlyInAnyOrder(tuple("a", false), tuple("c", true));
  }

  @Test
  void listsWhatTheStrictGraderCannotTell() {
    List<Verdict> undecided = verdicts(ofFiles);
    undecided.removeIf(verdict -> verdict.strict() != StrictVerdict.UNDECIDED);

    assertThat(undecided).extracting(Verdict::model).contains("unclear");
    assertThat(ofFiles.workspace().read(ListedVerdicts.UNDECIDED).collectAsList())
        .containsExactlyInAnyOrderElementsOf(undecided);
  }

  @Test
  void readsParquetAsItReadsLines() throws IOException {
    assertThat(verdicts(ofFiles, "parquet")).extracting(Verdict::id).containsExactly("1");
    assertThat(rejected(ofFiles))
        .filteredOn(row -> row.reason() == RejectionReason.WRONG_TYPE)
        .extracting(Rejected::detail)
        .containsExactly("completion must be a text: null");
    assertThat(metrics(ofFiles, "parquet").get("truncated").asLong()).isEqualTo(1);
  }

  @Tag("slow")
  @Test
  void givesTheSameVerdictsAtAnyPartitionCount(SparkSession spark) throws IOException {
    StageContext wide =
        Runs.of(spark, folder.resolve("wide"), "outputs.path=" + outputs, "score.average=full");
    writeBenchmark(wide, BENCHMARK);
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    try {
      new Score().run(wide);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", 2);
    }

    assertThat(verdicts(wide, "many")).hasSize(200);
    assertThat(verdicts(wide)).containsExactlyInAnyOrderElementsOf(verdicts(ofFiles));
    assertThat(metrics(wide)).isEqualTo(metrics(ofFiles));
  }

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
        .contains("By length of the text that the model wrote");
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

  @Test
  void keepsAnswersInFullBesideTheReport(SparkSession spark) throws IOException {
    StageContext context = Runs.of(spark, folder.resolve("w"), "score.report-samples=3");
    writeBenchmark(
        context,
        problem("a", "tal", "4", 0),
        problem("b", "tal", "4", 1),
        problem("c", "tal", "4", 2),
        problem("d", "tal", "4", 3));
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
      seeds.add(new SeedQuestion(seed, "tal", problem.question().toUpperCase(Locale.ROOT), "", ""));
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

  @Test
  void stopsWhereThereIsNothingToScore(SparkSession spark) throws IOException {
    Path file = lines("not json\n");
    StageContext bad = Runs.of(spark, folder.resolve("w"), "outputs.path=" + file);
    StageContext absent =
        Runs.of(spark, folder.resolve("w"), "outputs.path=" + folder.resolve("nowhere"));
    StageContext neverInferred = Runs.of(spark, folder.resolve("w"));

    assertThatThrownBy(() -> new Score().run(bad))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "outputs.path %s must hold at least one row that can be scored: see rejected/score"
                .formatted(file));
    assertThat(rejected(bad)).hasSize(1);
    assertThat(bad.workspace().has(Tables.VERDICTS)).isFalse();
    assertThatThrownBy(() -> new Score().run(absent))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("outputs.path must name a file, folder or glob")
        .hasMessageEndingWith("" + folder.resolve("nowhere"));
    assertThatThrownBy(() -> new Score().run(neverInferred))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("run infer first");
  }

  @Test
  void agreesWithTheReleasedGraderOnRealOutputs(SparkSession spark) throws IOException {
    Path outputs = Runs.realData("outputs/gsm8k.openai-gpt3.jsonl");
    Path published = Runs.realData("grader/mwpbench/gsm8k.openai-gpt3.jsonl");
    assumeTrue(Files.exists(outputs), "needs " + outputs);
    Map<String, Long> right = new HashMap<>();
    for (String line : Files.readAllLines(published)) {
      JsonNode row = JSON.readTree(line);
      right.merge(row.get("model").asText(), row.get("mwpbench").asBoolean() ? 1L : 0L, Long::sum);
    }

    StageContext context = Runs.of(spark, folder.resolve("w"), "outputs.path=" + outputs);
    new Score().run(context);

    Map<String, Long> ours = new HashMap<>();
    for (JsonNode score : metrics(context)) {
      if (score.get("grader").asText().equals("mwpbench")) {
        assertThat(score.at("/datasets/gsm8k/rows").asLong()).isEqualTo(1319);
        ours.put(score.get("model").asText(), score.at("/datasets/gsm8k/right").asLong());
      }
    }

    assertThat(ours).hasSize(4).isEqualTo(right);
  }

  private Path lines(String content) throws IOException {
    return Files.writeString(folder.resolve("outputs.jsonl"), content);
  }

  private static Problem problem(String id, String dataset, String answer, long position) {
    return new Problem(id, dataset, "", "question " + id, answer, position);
  }

  private static ModelOutput output(String id, String dataset, String completion) {
    return new ModelOutput(id, dataset, "m", 0, completion, "", "", "stop", "");
  }

  private static void writeBenchmark(StageContext context, Problem... problems) {
    context
        .workspace()
        .write(
            Tables.BENCHMARK,
            context.spark().createDataset(List.of(problems), Problem.ENCODER),
            context.metadata(List.of()));
  }

  private static void writeOutputs(StageContext context, ModelOutput... outputs) {
    context
        .workspace()
        .write(
            Tables.OUTPUTS,
            context.spark().createDataset(List.of(outputs), ModelOutput.ENCODER),
            context.metadata(List.of()));
  }

  private static List<Verdict> verdicts(StageContext context) {
    return new ArrayList<>(context.workspace().read(Tables.VERDICTS).collectAsList());
  }

  private static List<Verdict> verdicts(StageContext context, String model) {
    return verdicts(context).stream().filter(verdict -> verdict.model().equals(model)).toList();
  }

  private static List<Rejected> rejected(StageContext context) {
    return context.workspace().read(Tables.rejectedBy("score")).collectAsList();
  }

  /** The metrics of a model by the grader that ranks. */
  private static JsonNode metrics(StageContext context, String model) throws IOException {
    for (JsonNode metrics : metrics(context)) {
      if (metrics.get("model").asText().equals(model)) {
        return metrics;
      }
    }

    throw new AssertionError("no metrics of " + model);
  }

  private static JsonNode metrics(StageContext context) throws IOException {
    Path workspace = Path.of(context.workspace().root().toUri());
    return JSON.readTree(workspace.resolve("metrics.json").toFile());
  }
}
