package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The limits hold over two executor processes against a teacher that enforces them. Takes minutes:
 * runs with {@code -Dmathscale.slow=true} (benchmarks/engine-slow.sh).
 */
@Tag("process")
class LimitTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PROMPTS = 20_000;

  /** The second executor may come after the stage has begun. */
  private static final Map<String, String> BOTH = Map.of("spark.executor.instances", "2");

  @TempDir private Path folder;

  @Test
  void keepsAndUsesTheRequestsThatAreConfigured() throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withRequestsPerMinute(600);

    Use use = measure(options, "calls.requests-per-minute = 600", 10);

    assertThat(use.refusedAfterStart()).isZero();
    assertThat(use.used()).isGreaterThan(0.95);
  }

  /** Each executor keeps half of it, with nothing that the service tells of its limits. */
  @Test
  void keepsAndUsesTheRequestsOfAnEndpoint() throws IOException {
    Use use = measure(TeacherOptions.defaults(), "model.requests-per-minute = 600", 10);

    assertThat(use.used()).isBetween(0.95, 1.05);
  }

  /** Each request takes the 512 tokens of the longest answer, by the rule of OpenAI's limits. */
  @Test
  void keepsAndUsesTheTokensThatTheServiceTellsOf() throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withTokensPerMinute(512 * 1_200);

    Use use = measure(options, "", 20);

    assertThat(use.refusedAfterStart()).isZero();
    assertThat(use.used()).isGreaterThan(0.95);
  }

  /**
   * What was made of a limit.
   *
   * @param refusedAfterStart answers of 429 after the first ten seconds
   * @param used share of the limit that was used in the second minute: in the first one the service
   *     also gives what it had saved up
   */
  private record Use(long refusedAfterStart, double used) {}

  private Use measure(TeacherOptions options, String limits, int perSecond) throws IOException {
    TwoExecutors cluster = TwoExecutors.in(folder);
    try (Teacher teacher = Teacher.start(options);
        DriverProcess driver = cluster.start(teacher, BOTH, limits, PROMPTS)) {
      await().atMost(PATIENCE).until(() -> teacher.stats().requests() > 0 || !driver.isAlive());
      TeacherStats start = after(Duration.ofSeconds(10), teacher);
      TeacherStats middle = after(Duration.ofSeconds(60), teacher);
      TeacherStats end = after(Duration.ofSeconds(60), teacher);

      assertThat(driver.isAlive()).as(driver.output()).isTrue();
      Use use =
          new Use(
              refused(end) - refused(start),
              (end.completed() - middle.completed()) / (60.0 * perSecond));
      System.out.println(
          options + ": " + use + ", 429 in the first ten seconds: " + refused(start));
      return use;
    }
  }

  private static TeacherStats after(Duration time, Teacher teacher) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() >= end);
    return teacher.stats();
  }

  private static long refused(TeacherStats stats) {
    return stats.byStatus().getOrDefault("429", 0L);
  }
}
