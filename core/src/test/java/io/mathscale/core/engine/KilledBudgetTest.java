package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was in flight at a kill is not forgotten. A process is what is killed, and no more. */
@Tag("process")
@ExtendWith(SparkExtension.class)
class KilledBudgetTest {
  private static final int PROMPTS = 60;
  private static final List<String> SETTINGS =
      List.of(
          "budget = 1000",
          "model.price { input = 100, output = 500 }",
          "calls.in-flight-per-executor = 8");

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void countsWhatWasInFlightAtAKillOnceAndForEver(SparkSession spark) throws IOException {
    TeacherOptions options =
        TeacherOptions.defaults()
            .withLatency("300ms")
            .withSeed(5)
            .withFault(Fault.PAID_SERVER_ERROR, 0.05);
    try (Teacher teacher = Teacher.start(options)) {
      kill(teacher, 10);
      kill(teacher, 25);
      Spent whole = run(spark, teacher);
      Spent again = run(spark, teacher);

      BigDecimal charged = charged(teacher);
      assertThat(whole.certain()).isLessThan(charged);
      assertThat(whole.certain().add(whole.doubtful())).isGreaterThanOrEqualTo(charged);
      assertThat(again).isEqualTo(whole);
    }
  }

  @Test
  void doubtsNothingAfterACleanEnd(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      assertThat(run(spark, teacher)).isEqualTo(new Spent(charged(teacher), BigDecimal.ZERO));
    }
  }

  @Test
  void doubtsNothingWhereCallsMayEndFirst(SparkSession spark) throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withLatency("300ms");
    try (Teacher teacher = Teacher.start(options)) {
      try (DriverProcess driver = start(teacher)) {
        await()
            .atMost(PATIENCE)
            .until(() -> teacher.stats().completed() >= 10 || !driver.isAlive());
        driver.tellToEnd();
      }

      assertThat(teacher.stats().completed()).isLessThan(PROMPTS);
      assertThat(run(spark, teacher)).isEqualTo(new Spent(charged(teacher), BigDecimal.ZERO));
    }
  }

  /**
   * What a run says of all runs.
   *
   * @param certain US dollars
   * @param doubtful US dollars
   */
  private record Spent(BigDecimal certain, BigDecimal doubtful) {}

  private void kill(Teacher teacher, long completed) throws IOException {
    try (DriverProcess driver = start(teacher)) {
      await()
          .atMost(PATIENCE)
          .until(() -> teacher.stats().completed() >= completed || !driver.isAlive());
      assertThat(driver.isAlive()).as(driver.output()).isTrue();
      driver.kill();
    }
  }

  private Spent run(SparkSession spark, Teacher teacher) {
    Engine engine = Engine.of(spark, folder.resolve("workspace"), teacher.baseUrl());
    for (String setting : SETTINGS) {
      engine = engine.with(setting);
    }

    Manifest.Calls calls = engine.calls(Engine.questions(spark, PROMPTS, 2), false);
    assertThat(calls.completed()).isEqualTo(PROMPTS);
    return new Spent(calls.cost().stripTrailingZeros(), calls.doubtfulCost().stripTrailingZeros());
  }

  private static BigDecimal charged(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return BigDecimal.valueOf(100 * stats.promptTokens() + 500 * stats.completionTokens())
        .movePointLeft(6)
        .stripTrailingZeros();
  }

  private DriverProcess start(Teacher teacher) throws IOException {
    Path configuration = folder.resolve("engine.conf");
    Files.writeString(
        configuration,
        """
        workspace = "%s"
        model { base-url = "%s", name = teacher, pool = teacher }
        %s
        """
            .formatted(
                folder.resolve("workspace"), teacher.baseUrl(), String.join("\n", SETTINGS)));
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.master", "local[2]");
    properties.put("spark.ui.enabled", "false");
    properties.put(EngineDriver.HURRY, "2");
    return DriverProcess.start(
        folder, properties, Map.of(), List.of(configuration.toString(), "" + PROMPTS));
  }
}
