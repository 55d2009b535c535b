package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application without the plugin: each process keeps a share of the limits by itself. */
@Tag("process")
@ExtendWith(SparkExtension.class)
class StaticShareTest {
  private static final int PROMPTS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void keepsTheBudgetAndResumesToOnePass() throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      String stopped = outputOf(start(teacher, "budget = 0.4"), true);
      double paid = dollars(teacher);
      String whole = outputOf(start(teacher, "budget = 100"), false);

      assertThat(stopped).contains("calls.budget must allow another call: $0.");
      assertThat(paid).isPositive().isLessThanOrEqualTo(0.4);
      assertThat(whole).contains("runs without spark.plugins", "completed=" + PROMPTS);
      assertThat(teacher.stats())
          .returns((long) PROMPTS, TeacherStats::completed)
          .returns(0L, TeacherStats::repeatedPrompts);
    }
  }

  @Test
  void stopsAskingWhenAnotherRunTookTheStage(SparkSession spark) throws IOException {
    Path file = folder.resolve("workspace/calls/test/_running");
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("200ms"))) {
      try (DriverProcess driver = start(teacher, "in-flight-per-executor = 2")) {
        await().atMost(PATIENCE).until(() -> teacher.stats().completed() > 0 || !driver.isAlive());
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  OtherRun.takes(file);
                  return !driver.isAlive();
                });

        assertThat(driver.output()).contains("another has taken it over");
      }

      assertThat(teacher.stats().completed()).isLessThan(PROMPTS);
      Files.delete(file);
      Engine engine = Engine.of(spark, folder.resolve("workspace"), teacher.baseUrl());
      assertThat(engine.calls(Engine.questions(spark, PROMPTS, 2), false).completed())
          .isEqualTo(PROMPTS);
      assertThat(teacher.stats()).returns(0L, TeacherStats::repeatedPrompts);
    }
  }

  /** Lets a driver end with or without a failure; what it wrote. */
  private static String outputOf(DriverProcess driver, boolean fails) {
    try (driver) {
      int code = driver.end();
      assertThat(code != 0).as(driver.output()).isEqualTo(fails);
      return driver.output();
    }
  }

  private static double dollars(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return (100 * stats.promptTokens() + 500 * stats.completionTokens()) / 1e6;
  }

  private DriverProcess start(Teacher teacher, String calls) throws IOException {
    Path configuration = folder.resolve("engine.conf");
    Files.writeString(
        configuration,
        """
        workspace = "%s"
        model { base-url = "%s", name = teacher, pool = teacher }
        model.price { input = 100, output = 500 }
        calls { %s }
        """
            .formatted(folder.resolve("workspace"), teacher.baseUrl(), calls));
    return DriverProcess.start(
        folder,
        Map.of(
            "spark.master",
            "local[2]",
            "spark.plugins",
            "",
            "spark.ui.enabled",
            "false",
            EngineDriver.HURRY,
            "10"),
        Map.of(),
        List.of(configuration.toString(), "" + PROMPTS));
  }
}
