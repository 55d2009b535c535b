package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.CallsPlugin;
import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.Round;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.ErrorRates;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in each stage of a round of {@code accept}. That a round goes on from whatever
 * stands between them is shown by {@link AcceptTest}, without a process for each.
 */
@Tag("process")
@ExtendWith(SparkExtension.class)
class KilledRoundsTest {
  private static final int ROWS = 60;
  private static final int SAMPLE = 40;
  private static final int COMPOSITIONS = 200;
  private static final int IN_FLIGHT = 2;
  private static final int LATENCY_MILLIS = 100;

  /** What is answered in the second between two flushes of the journal, and what is in flight. */
  private static final long LOST_A_KILL = IN_FLIGHT + IN_FLIGHT * 1_000 / LATENCY_MILLIS;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Each is killed once it has said this: when it asks for pairs and for votes, and counts. */
  private static final List<String> MOMENTS =
      List.of(
          "generate: .* [1-9][0-9]* in flight",
          "validate-one: .* [1-9][0-9]* in flight",
          "refine: .* rows of MathScaleQA");

  @TempDir private Path folder;

  @Test
  void goesOnToTheSameRowsAndAsksOnce(SparkSession spark) throws Exception {
    ComposedWorkspace whole = ComposedWorkspace.in(spark, folder.resolve("whole"), COMPOSITIONS);
    ComposedWorkspace killed = ComposedWorkspace.in(spark, folder.resolve("killed"), COMPOSITIONS);
    TeacherStats inOneGo;
    try (Teacher teacher = Teacher.start(options())) {
      runToItsEnd(teacher, "whole");
      inOneGo = teacher.stats();
    }

    try (Teacher teacher = Teacher.start(options().withLatency(LATENCY_MILLIS + "ms"))) {
      for (String moment : MOMENTS) {
        killAt(moment, teacher);
      }

      runToItsEnd(teacher, "killed");

      System.out.printf(
          "%,d prompts, %,d asked again after %d kills%n",
          inOneGo.requests(), teacher.stats().repeatedPrompts(), MOMENTS.size());
      assertThat(inOneGo.repeatedPrompts()).isZero();
      assertThat(teacher.stats().distinctPrompts()).isEqualTo(inOneGo.distinctPrompts());
      assertThat(teacher.stats().repeatedPrompts())
          .isLessThanOrEqualTo(MOMENTS.size() * LOST_A_KILL);
    }

    assertThat(killed.generated()).containsExactlyInAnyOrderElementsOf(whole.generated());
    assertThat(killed.rounds())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("costBefore", "forecast")
        .isEqualTo(whole.rounds());
    assertThat(whole.rounds())
        .hasSizeGreaterThan(1)
        .allMatch(Round::isEnded)
        .allMatch(round -> round.validated() > 0 && round.agreed() < round.validated());
    assertThat(whole.generated().size()).isGreaterThanOrEqualTo(ROWS);
  }

  /** Wrong at times, so that some rows are outvoted and others need more than two votes. */
  private static TeacherOptions options() {
    return TeacherOptions.defaults()
        .withAnswers(AnswerOptions.RIGHT.withErrors(new ErrorRates(0.15, 0.30)).withCoincide(0.3));
  }

  private void killAt(String moment, Teacher teacher) throws IOException {
    Path said = folder.resolve("said");
    Process process = start(teacher, "killed", said);
    try {
      Pattern pattern = Pattern.compile(moment);
      await()
          .atMost(PATIENCE)
          .until(() -> pattern.matcher(Files.readString(said)).find() || !process.isAlive());
      assertThat(process.isAlive()).as(moment + "\n" + Files.readString(said)).isTrue();
    } finally {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  private void runToItsEnd(Teacher teacher, String workspace) throws IOException {
    assertThat(JobCommandLine.of(new GeneratorJob()).execute(arguments(teacher, workspace)))
        .isEqualTo(ExitCode.DONE);
  }

  private Process start(Teacher teacher, String workspace, Path said) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds: thorough compilation takes longer than all the rest.
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dspark.master=local[2]",
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.host=127.0.0.1",
            "-Dspark.plugins=" + CallsPlugin.class.getName(),
            "-Dspark.sql.shuffle.partitions=2",
            "-Dspark.sql.adaptive.enabled=false",
            "-Dspark.sql.ui.explainMode=simple",
            "-Dspark.sql.codegen.wholeStage=false",
            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
            "-Dspark.local.dir=" + folder.resolve("local"),
            "-cp",
            System.getProperty("java.class.path"),
            GeneratorJob.class.getName()));
    command.addAll(List.of(arguments(teacher, workspace)));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private String[] arguments(Teacher teacher, String workspace) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher }
            model.price { input = 1, output = 2 }
            validate { rule = majority, max-solutions = 3, models = [{ name = one }, { name = two }] }
            accept { rows = %d, sample = %d }
            calls { in-flight-per-executor = %d, progress-interval = 200ms }
            """
                .formatted(folder.resolve(workspace), teacher.baseUrl(), ROWS, SAMPLE, IN_FLIGHT));
    return new String[] {"accept", "--config", config.toString()};
  }
}
