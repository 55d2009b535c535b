package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that has nothing of MWPBench, from its files to the metrics. */
@ExtendWith(SparkExtension.class)
class OwnBenchmarkTest {
  private static final String GROUPS = "benchmark.groups.competition=[aime24, hmmt]";

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("b/aime24"));
    Files.writeString(
        folder.resolve("b/aime24/test.jsonl"),
        """
        {"id": 0, "problem": "Compute 12 + 30.", "solution": "It is \\\\boxed{42}.", "answer": "42", "url": "u"}
        {"id": 1, "problem": "Compute 7 + 8.", "solution": "It is \\\\boxed{15}.", "answer": "15", "url": "u"}
        """);
    Files.writeString(
        folder.resolve("b/hmmt.json"),
        """
        [{"problem_idx": 1, "problem": "Compute 9 + 4.", "answer": "14", "problem_type": ["Algebra"]}]
        """);
    Files.writeString(folder.resolve("b/school.csv"), "id,question,answer\n0,Compute 2 + 3.,5\n");
  }

  @Test
  void isPreparedAskedAndScored(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      StageContext context =
          run(spark, GROUPS, "model.base-url=" + teacher.baseUrl(), "model.name=t");

      new Prepare().run(context);
      new Infer().run(context);
      new Score().run(context);

      assertThat(context.workspace().read(Tables.BENCHMARK).collectAsList())
          .extracting(Problem::key)
          .containsExactlyInAnyOrder("aime24/0", "aime24/1", "hmmt/1", "school/0");
      assertThat(context.workspace().read(Tables.OUTPUTS).collectAsList())
          .extracting(ModelOutput::dataset)
          .containsExactlyInAnyOrder("aime24", "aime24", "hmmt", "school");
      assertThat(context.workspace().read(Tables.VERDICTS).collectAsList())
          .extracting(Verdict::reference)
          .containsExactlyInAnyOrder("42", "15", "14", "5");
      JsonNode metrics =
          new ObjectMapper()
              .readTree(Files.readString(folder.resolve("w").resolve(Score.METRICS)))
              .get(0);
      assertThat(metrics.get("average").asText())
          .as("the paper's average counts nothing here")
          .isEqualTo("full");
      assertThat(metrics.get("rows").asLong()).isEqualTo(4);
      assertThat(metrics.get("publishedSets").asLong()).isEqualTo(3);
      JsonNode group = metrics.at("/averages/competition");
      assertThat(group.get("cap").isNull()).isTrue();
      assertThat(group.get("rows").asLong()).isEqualTo(3);
      assertThat(group.get("gradedSets").asLong()).isEqualTo(2);
      assertThat(metrics.at("/averages/paper/rows").asLong()).isZero();
      assertThat(Files.readString(folder.resolve("w/report.html")))
          .contains("Scores on the benchmark", "Groups of data sets", "competition")
          .doesNotContain("Beside published models");
    }
  }

  @Test
  void isRankedByAGroup(SparkSession spark) throws IOException {
    Path outputs =
        Files.writeString(
            folder.resolve("outputs.jsonl"),
            """
            {"id": 0, "dataset": "aime24", "model": "m", "completion": "It is 42."}
            {"id": 1, "dataset": "hmmt", "model": "m", "completion": "It is 13."}
            {"id": 0, "dataset": "school", "model": "m", "completion": "It is 5."}
            """);
    StageContext context =
        run(spark, GROUPS, "score.average=competition", "outputs.path=" + outputs);

    new Prepare().run(context);
    new Score().run(context);

    JsonNode metrics =
        new ObjectMapper()
            .readTree(Files.readString(folder.resolve("w").resolve(Score.METRICS)))
            .get(0);
    assertThat(metrics.get("average").asText()).isEqualTo("competition");
    assertThat(metrics.get("micro").asDouble()).isEqualTo(0.5);
    assertThat(metrics.at("/datasets/aime24/missing").asLong()).isEqualTo(1);
    assertThat(metrics.at("/others/school/right").asLong()).isEqualTo(1);
  }

  @Test
  void groupsNameDataSetsThatAreThere(SparkSession spark) {
    StageContext context = run(spark, "benchmark.groups.competition=[aime24, aime25]");

    assertThatThrownBy(() -> new Prepare().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "benchmark.groups.competition must name data sets of the benchmark"
                + " (aime24, hmmt, school): aime25");
    assertThat(context.workspace().has(Tables.BENCHMARK)).isFalse();
  }

  @Test
  void fieldsNameFieldsThatAreThere(SparkSession spark) {
    StageContext context = run(spark, "benchmark.fields.answer=gold");

    assertThatThrownBy(() -> new Prepare().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("benchmark.fields.answer must name a field that a row has (known: ")
        .hasMessageEndingWith("): gold");
  }

  private StageContext run(SparkSession spark, String... settings) {
    List<String> all = new ArrayList<>(List.of("benchmark.path=" + folder.resolve("b")));
    all.addAll(List.of(settings));
    return Runs.of(spark, folder.resolve("w"), all.toArray(String[]::new));
  }
}
