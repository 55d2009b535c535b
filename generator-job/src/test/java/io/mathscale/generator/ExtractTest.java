package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SparkExtension.class)
class ExtractTest {
  @TempDir private Path folder;

  @Test
  void aDryRunWritesThePromptsOfTheWantedSeedsAndNothingElse(SparkSession spark)
      throws IOException {
    Path seeds =
        Files.writeString(
            folder.resolve("seeds.jsonl"),
            "{\"question\": \"a?\"}\n{\"question\": \"b?\"}\n{\"question\": \"c?\"}\nbad\n");
    StageContext context = run(spark, "seeds.path=" + seeds, "seeds.limit=2");
    Extract extract = new Extract();
    new CommandLine(extract).parseArgs("--dry-run");

    extract.check(context.config());
    String said = Said.during(() -> extract.run(context));

    assertThat(said)
        .contains("extract: 3 rows of no known layout (question=question) in seeds.jsonl")
        .contains("extract: seeds.jsonl: 1 row rejected: NOT_JSON 1; row 4: a row must be JSON");
    assertThat(context.workspace().read("prompts/extract").count()).isEqualTo(2);
    assertThat(context.workspace().tablesBelow("")).containsExactly("prompts/extract");
  }

  @Test
  void questionsOfTheBenchmarkAreNoSeeds(SparkSession spark) throws IOException {
    Path seeds =
        Files.writeString(
            folder.resolve("seeds.jsonl"),
            """
            {"question": "What is $1,000 + 2$?", "answer": "1002"}
            {"question": "What is $3 + 4$?", "answer": "7"}
            """);
    Path benchmark =
        Files.writeString(
            folder.resolve("aime.jsonl"),
            """
            {"problem": "what is  \\\\(1000+2\\\\)", "answer": "1002", "id": 1}
            not json
            """);
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      String[] settings = {
        "seeds.path=" + seeds,
        "benchmark.path=" + benchmark,
        "model.base-url=" + teacher.baseUrl(),
        "model.name=t"
      };
      StageContext context = run(spark, settings);

      String said = Said.during(() -> new Extract().run(context));

      assertThat(context.workspace().read(Tables.SEEDS).collectAsList())
          .extracting(SeedQuestion::answer)
          .containsExactly("7");
      assertThat(context.workspace().read(Tables.rejectedBy("extract")).collectAsList())
          .extracting(Rejected::reason, Rejected::detail)
          .containsExactly(
              tuple(
                  RejectionReason.IN_BENCHMARK,
                  "the same question, but for typography, as the problem "
                      + benchmark.toUri().toString().replace("///", "/")
                      + ", row 1"));
      assertThat(teacher.stats().requests()).isEqualTo(1);
      assertThat(said)
          .contains(
              "extract: 1 rows of benchmark.path have no question and keep no seed out, the first"
                  + " is file:")
          .contains(
              "extract: 0 of 1 seeds have a worked solution, fewer than compose.examples = 5");

      settings[3] = "seeds.decontaminate=false";
      StageContext all = run(spark, settings);
      Extract dry = new Extract();
      new CommandLine(dry).parseArgs("--dry-run");
      dry.run(all);
      assertThat(all.workspace().read("prompts/extract").count()).isEqualTo(2);
    }
  }

  @Test
  void writesNothingWhereAllSeedsAreBad(SparkSession spark) throws IOException {
    Path seeds = Files.writeString(folder.resolve("seeds.jsonl"), "bad\n{}\n");
    StageContext context = run(spark, "seeds.path=" + seeds);

    assertThatThrownBy(() -> new Extract().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("all 2 rows");
    assertThat(context.workspace().tablesBelow("")).isEmpty();
  }

  @Test
  void needsAModelBeforeItStarts(SparkSession spark) {
    StageContext context = run(spark, "seeds.path=x");

    assertThatThrownBy(() -> new Extract().check(context.config()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.base-url must be set: \"\"");
    assertThatThrownBy(() -> new Extract().check(run(spark).config()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("seeds.path must name");
    assertThat(context.workspace().has(Tables.SEEDS)).isFalse();
  }

  private StageContext run(SparkSession spark, String... settings) {
    String workspace = folder.resolve("w").toString();
    return new StageContext(
        spark,
        Settings.parse("workspace = \"" + workspace + "\"", "test", List.of(settings)),
        Workspace.at(spark, workspace),
        Instant.EPOCH);
  }
}
