package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} for executors and driver, on a cluster of two executor processes. Takes minutes:
 * runs with {@code -Dmathscale.slow=true} (benchmarks/engine-slow.sh) and an assembled Spark.
 */
@Tag("process")
class KillTest {
  private static final int PROMPTS = 20_000;
  private static final int IN_FLIGHT = 64;
  private static final int LATENCY_MILLIS = 50;

  /** What an executor answers in the second between two flushes, and what it has in flight. */
  private static final long LOST_A_KILL = IN_FLIGHT + IN_FLIGHT * 1_000 / LATENCY_MILLIS;

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private final Random random = new Random(20_240_305);

  @Test
  void paysOnceInSpiteOfKilledExecutorsAndDriver() throws IOException {
    kill(Map.of());
  }

  @Test
  void paysOnceInSpiteOfSpeculation() throws IOException {
    kill(
        Map.of(
            "spark.speculation", "true",
            "spark.speculation.interval", "100ms",
            "spark.speculation.multiplier", "1.01",
            "spark.speculation.quantile", "0",
            "spark.speculation.minTaskRuntime", "1s",
            "spark.speculation.task.duration.threshold", "1s"));
  }

  /** By the count of the server: certain, or in doubt, or both, but never less. */
  @Test
  void countsWhatWasInFlightAtEachKill() throws IOException {
    TwoExecutors cluster = TwoExecutors.in(folder);
    TeacherOptions options = TeacherOptions.defaults().withLatency(LATENCY_MILLIS + "ms");
    String calls = "calls { in-flight-per-executor = 16, budget = 100000 }";
    int prompts = PROMPTS / 4;
    try (Teacher teacher = Teacher.start(options)) {
      try (DriverProcess driver = cluster.start(teacher, Map.of(), calls, prompts)) {
        killOneExecutor(driver, teacher, 1_000);
        killOneExecutor(driver, teacher, 2_000);
        awaitCompleted(driver, teacher, 3_000);
        driver.kill();
      }

      try (DriverProcess driver = cluster.start(teacher, Map.of(), calls, prompts)) {
        killOneExecutor(driver, teacher, 4_000);
        assertThat(driver.end()).as(driver.output()).isZero();

        TeacherStats stats = teacher.stats();
        BigDecimal charged =
            BigDecimal.valueOf(
                    TwoExecutors.INPUT_PRICE * stats.promptTokens()
                        + TwoExecutors.OUTPUT_PRICE * stats.completionTokens())
                .movePointLeft(6);
        BigDecimal certain = new BigDecimal(driver.said("cost").orElseThrow());
        BigDecimal doubtful = new BigDecimal(driver.said("doubtful").orElseThrow());
        System.out.printf("$%s certain, $%s in doubt, $%s charged%n", certain, doubtful, charged);
        assertThat(certain).isLessThanOrEqualTo(charged);
        assertThat(certain.add(doubtful)).isGreaterThanOrEqualTo(charged);
      }
    }
  }

  private void kill(Map<String, String> properties) throws IOException {
    TwoExecutors cluster = TwoExecutors.in(folder);
    TeacherOptions options = TeacherOptions.defaults().withLatency(LATENCY_MILLIS + "ms");
    try (Teacher teacher = Teacher.start(options)) {
      try (DriverProcess driver = start(cluster, teacher, properties)) {
        killOneExecutor(driver, teacher, 2_000 + random.nextInt(3_000));
        killOneExecutor(driver, teacher, 7_000 + random.nextInt(3_000));
        awaitCompleted(driver, teacher, 12_000 + random.nextInt(3_000));
        driver.kill();
      }

      long before = teacher.stats().completed();
      try (DriverProcess driver = start(cluster, teacher, properties)) {
        await().atMost(PATIENCE).until(() -> driver.said("rows").isPresent() || !driver.isAlive());

        assertThat(driver.said("completed")).as(driver.output()).contains("" + PROMPTS);
        assertThat(driver.said("rows")).contains("" + PROMPTS);
        assertThat(driver.end()).isZero();
      }

      System.out.printf(
          "%,d completed before the driver was killed, %,d repeated of at most %,d%n",
          before, teacher.stats().repeatedPrompts(), 4 * LOST_A_KILL);
      assertThat(teacher.stats())
          .returns((long) PROMPTS, TeacherStats::distinctPrompts)
          .satisfies(
              stats -> assertThat(stats.repeatedPrompts()).isLessThanOrEqualTo(4 * LOST_A_KILL));
    }
  }

  private void killOneExecutor(DriverProcess driver, Teacher teacher, long after) {
    awaitCompleted(driver, teacher, after);
    await().atMost(PATIENCE).until(() -> driver.executors().size() == 2);
    driver.executors().get(random.nextInt(2)).destroyForcibly();
  }

  private static void awaitCompleted(DriverProcess driver, Teacher teacher, long count) {
    await().atMost(PATIENCE).until(() -> teacher.stats().completed() >= count || !driver.isAlive());
    assertThat(driver.isAlive()).as(driver.output()).isTrue();
  }

  private static DriverProcess start(
      TwoExecutors cluster, Teacher teacher, Map<String, String> properties) throws IOException {
    return cluster.start(
        teacher, properties, "calls.in-flight-per-executor = " + IN_FLIGHT, PROMPTS);
  }
}
