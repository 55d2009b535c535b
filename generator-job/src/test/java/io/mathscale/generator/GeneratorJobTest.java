package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.testing.Gate;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How the commands end, as schedulers see it. */
@ExtendWith(SparkExtension.class)
class GeneratorJobTest {
  private static final int SEEDS = 400;

  @TempDir private Path folder;

  @Tag("slow")
  @Test
  void endsAtTheBudgetAndGoesOnWithALargerOne(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      String prices = "model.price { input = 100, output = 1000 }";

      assertThat(extract(spark, teacher, prices, "calls.budget = 10")).isEqualTo(ExitCode.BUDGET);
      double spent =
          (100 * teacher.stats().promptTokens() + 1000 * teacher.stats().completionTokens()) / 1e6;
      assertThat(spent).isPositive().isLessThanOrEqualTo(10);
      assertThat(workspace(spark).has(Tables.CONCEPTS)).isFalse();

      assertThat(extract(spark, teacher, prices, "calls.budget = 1000")).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().requests()).as("one pass in all").isEqualTo(SEEDS);
      assertThat(workspace(spark).read(Tables.CONCEPTS).count()).isEqualTo(SEEDS);
    }
  }

  @Test
  void endsWhereTheServiceRefuses(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withKey("right"))) {
      assertThat(extract(spark, teacher)).isEqualTo(ExitCode.REFUSED);
      assertThat(teacher.stats().requests()).isBetween(1L, 5L);
    }
  }

  @Test
  void endsWhereTooManyCallsFail(SparkSession spark) throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withFault(Fault.CONTENT_FILTER, 0.5);
    try (Teacher teacher = Teacher.start(options)) {
      assertThat(extract(spark, teacher)).isEqualTo(ExitCode.TOO_MANY_FAILURES);
    }
  }

  @Tag("slow")
  @Test
  void leavesSeedsAndConceptsAsTheyWereWhereItFails(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        Teacher away = Teacher.start(TeacherOptions.defaults().withKey("right"))) {
      assertThat(extract(spark, teacher, "seeds.limit = 3")).isEqualTo(ExitCode.DONE);
      List<String> before = ids(spark, Tables.SEEDS);

      assertThat(extract(spark, away, "seeds.limit = 5", "model.pool = away"))
          .isEqualTo(ExitCode.REFUSED);

      assertThat(ids(spark, Tables.SEEDS)).hasSize(3).isEqualTo(before);
      assertThat(ids(spark, Tables.CONCEPTS)).isEqualTo(before);
      assertThat(extract(spark, teacher, "seeds.limit = 5")).isEqualTo(ExitCode.DONE);
      assertThat(ids(spark, Tables.SEEDS)).hasSize(5);
      assertThat(ids(spark, Tables.CONCEPTS)).isEqualTo(ids(spark, Tables.SEEDS));
    }
  }

  @Test
  void refusesASecondExtractBeforeItTouchesTheSeeds(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        Gate gate = Gate.before(teacher.baseUrl())) {
      Path first = config(gate.baseUrl(), "first", "seeds.limit = 15");
      Path second = config(gate.baseUrl(), "second", "seeds.limit = 7");
      CompletableFuture<ExitCode> running = CompletableFuture.supplyAsync(() -> extract(first));
      await().atMost(Duration.ofMinutes(2)).until(() -> gate.came() > 0);

      assertThat(extract(second)).isEqualTo(ExitCode.USAGE);

      gate.open();
      assertThat(running.join()).isEqualTo(ExitCode.DONE);
      assertThat(ids(spark, Tables.SEEDS)).hasSize(15);
      assertThat(ids(spark, Tables.CONCEPTS)).isEqualTo(ids(spark, Tables.SEEDS));
    }
  }

  private List<String> ids(SparkSession spark, Table<?> table) {
    return workspace(spark).read(table).select("id").as(Encoders.STRING()).collectAsList().stream()
        .sorted()
        .toList();
  }

  private Workspace workspace(SparkSession spark) {
    return Workspace.at(spark, folder.resolve("workspace").toString());
  }

  private ExitCode extract(SparkSession spark, Teacher teacher, String... settings)
      throws IOException {
    assertThat(spark.sparkContext().isStopped()).isFalse();
    return extract(config(teacher.baseUrl(), "c", settings));
  }

  private static ExitCode extract(Path config) {
    return JobCommandLine.of(new GeneratorJob()).execute("extract", "--config", config.toString());
  }

  private Path config(String baseUrl, String name, String... settings) throws IOException {
    List<String> seeds =
        IntStream.range(0, SEEDS)
            .mapToObj(i -> "{\"question\": \"How much is %d + 5?\"}".formatted(i))
            .toList();
    return Files.writeString(
        folder.resolve(name + ".conf"),
        """
        workspace = "%s"
        seeds.path = "%s"
        model { base-url = "%s", name = teacher, pool = teacher, timeout = 1m }
        calls.in-flight-per-executor = 16
        %s
        """
            .formatted(
                folder.resolve("workspace"),
                Files.write(folder.resolve("seeds.jsonl"), seeds),
                baseUrl,
                String.join("\n", settings)));
  }
}
