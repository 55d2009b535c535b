package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PrepareTest {
  private static final String PROBLEM =
      """
      {"data_topic": "gsm8k", "data_source": "s", "question": "1+1?", "answer": "2", "question_number": "g.0"}
      """;

  @TempDir private Path folder;

  @Test
  void writesProblemsAndWhatIsNone(SparkSession spark) throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), PROBLEM + "not json\n");
    StageContext context = Runs.of(spark, folder.resolve("w"), "benchmark.path=" + file);

    new Prepare().run(context);

    assertThat(context.workspace().read(Tables.BENCHMARK).collectAsList())
        .containsExactly(new Problem("g.0", "gsm8k", "s", "1+1?", "2", 0));
    assertThat(context.workspace().read(Tables.rejectedBy("prepare")).count()).isEqualTo(1);
  }

  @Test
  void dataSetsThatPrescribeAFormAreOfTheBenchmark(SparkSession spark) throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), PROBLEM);
    StageContext context =
        Runs.of(
            spark,
            folder.resolve("w"),
            "benchmark.path=" + file,
            "benchmark.answer.tag=final",
            "benchmark.answer.datasets=[gsm8k, MATH]");

    assertThatThrownBy(() -> new Prepare().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage("benchmark.answer.datasets must name data sets of the benchmark (gsm8k): MATH");
  }

  @Test
  void tellsOfMoreProblemsThanThePaperTests(SparkSession spark) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 103; i++) {
      rows.append(
          """
          {"question": "%d+1?", "answer": "%d", "data_topic": "agieval.sat-math", "idx": %d}
          """
              .formatted(i, i + 1, i));
    }

    Path file = Files.writeString(folder.resolve("b.jsonl"), rows);
    StageContext context = Runs.of(spark, folder.resolve("w"), "benchmark.path=" + file);

    assertThat(Said.during(() -> new Prepare().run(context)))
        .contains(
            "prepare: WARNING: more problems than the paper tests, those for training among them?"
                + " agieval.sat-math 103 for 102\n");
  }

  @Test
  void readsPackedFilesOfAFolder(SparkSession spark) throws IOException {
    Path file = Files.createDirectories(folder.resolve("b/c")).resolve("b.jsonl.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      packed.write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    }

    StageContext context =
        Runs.of(spark, folder.resolve("w"), "benchmark.path=" + folder.resolve("b"));

    new Prepare().run(context);

    assertThat(context.workspace().read(Tables.BENCHMARK).count()).isEqualTo(1);
  }

  @Test
  void needsABenchmark(SparkSession spark) throws IOException {
    Path nowhere = folder.resolve("nowhere.json");
    Path bad = Files.writeString(folder.resolve("bad.json"), "not json\n");
    StageContext unset = Runs.of(spark, folder.resolve("w"));
    StageContext absent = Runs.of(spark, folder.resolve("w"), "benchmark.path=" + nowhere);
    StageContext useless = Runs.of(spark, folder.resolve("w"), "benchmark.path=" + bad);

    assertThatThrownBy(() -> new Prepare().check(unset.config()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("benchmark.path must be set: \"\"");
    assertThatThrownBy(() -> new Prepare().run(absent))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "benchmark.path must name a file, folder or glob that holds at least one file: "
                + nowhere);
    assertThatThrownBy(() -> new Prepare().run(useless))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("benchmark.path must hold at least one problem: " + bad)
        .hasMessageContaining("(1 rows rejected, see rejected/prepare; ")
        .hasMessageContaining("bad.json, row 1: a row must be JSON: ");
    assertThat(useless.workspace().has(Tables.BENCHMARK)).isFalse();
  }

  @Test
  void saysThatNothingIsDecontaminatedWhereABenchmarkIsOptional(SparkSession spark)
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"), "workspace = \"%s\"%n".formatted(folder.resolve("w")));

    String said =
        Said.by(
            new EvalJob(), ExitCode.DONE, "prepare", "--optional", "--config", config.toString());

    assertThat(said)
        .contains(
            "prepare: no benchmark is read, for benchmark.path is empty; nothing will be"
                + " decontaminated");
    assertThat(folder.resolve("w")).doesNotExist();
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  @Test
  void readsTheReleasedFormat(SparkSession spark) {
    Path file = Runs.realData("mwpbench/full_test.json");
    assumeTrue(Files.exists(file), "needs " + file);
    StageContext context = Runs.of(spark, folder.resolve("w"), "benchmark.path=" + file);

    new Prepare().run(context);

    assertThat(context.workspace().read(Tables.BENCHMARK).count()).isEqualTo(18_771);
    assertThat(context.workspace().read(Tables.rejectedBy("prepare")).count()).isZero();
  }
}
