package io.mathscale.eval;

import static io.mathscale.eval.ScoreRuns.metrics;
import static io.mathscale.eval.ScoreRuns.output;
import static io.mathscale.eval.ScoreRuns.problem;
import static io.mathscale.eval.ScoreRuns.rejected;
import static io.mathscale.eval.ScoreRuns.verdicts;
import static io.mathscale.eval.ScoreRuns.writeBenchmark;
import static io.mathscale.eval.ScoreRuns.writeOutputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.eval.score.ListedVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ScoreTest {
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
                .formatted(file))
        .hasMessageContaining(", such as ")
        .hasMessageContaining("outputs.jsonl, row 1: a row must be JSON: ");
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
  void tellsWhatWasNotGradedAndWhoseProblemsAreNotKnown(SparkSession spark) throws IOException {
    String row = "{\"id\": \"%s\", \"dataset\": \"%s\", \"model\": \"m\", \"completion\": %s%s}\n";
    Path file =
        lines(
            row.formatted("a", "gsm8k", "\"It is 4\"", "")
                + row.formatted("b", "gsm8k", "null", "")
                + row.formatted("b", "GSM", "\"It is 4\"", "")
                + row.formatted("z", "gsm8k", "\"1\"", ", \"reference\": \"1\"")
                + row.formatted("1", "mine", "\"1\"", ", \"reference\": \"1\"")
                + row.formatted("1", "mine", "\"2\"", ", \"reference\": \"2\""));
    StageContext context = Runs.of(spark, folder.resolve("w"), "outputs.path=" + file);
    writeBenchmark(context, BENCHMARK);

    String said = Said.during(() -> new Score().run(context));

    String books = "4 outputs graded; rejected: NO_ANSWER 1, WRONG_TYPE 1";
    assertThat(said)
        .contains("score: " + books + "\n")
        .contains(
            "score: WARNING: 3 outputs are of problems that the benchmark does not have, and count:"
                + " gsm8k 1, mine 2\n")
        .contains("those of 1 ids are not, such as 1 of mine (\"1\" and \"2\")");
    assertThat(Files.readString(Path.of(context.workspace().root().toUri()).resolve("report.html")))
        .contains(books);
  }

  @Test
  void warnsOfNothingWhereAllIsKnown(SparkSession spark) {
    StageContext context = Runs.of(spark, folder.resolve("w"));
    writeBenchmark(context, BENCHMARK);
    writeOutputs(context, output("a", "gsm8k", "It is 4"), output("b", "gsm8k", "It is 4"));

    String said = Said.during(() -> new Score().run(context));

    assertThat(said)
        .contains("score: 2 outputs graded; rejected: none\n")
        .doesNotContain("score: WARNING: ");
  }

  private Path lines(String content) throws IOException {
    return Files.writeString(folder.resolve("outputs.jsonl"), content);
  }
}
