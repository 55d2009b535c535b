package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in flight at a kill is not forgotten. */
@Tag("process")
class KilledBudgetTest {
  private static final int PROMPTS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void countsWhatWasInFlightAtAKillOnceAndForEver() throws IOException {
    TeacherOptions options =
        TeacherOptions.defaults()
            .withLatency("300ms")
            .withSeed(5)
            .withFault(Fault.PAID_SERVER_ERROR, 0.05);
    try (Teacher teacher = Teacher.start(options)) {
      kill(teacher, 10);
      kill(teacher, 25);
      Spent whole = run(teacher);
      Spent again = run(teacher);

      BigDecimal charged = charged(teacher);
      assertThat(whole.certain()).isLessThan(charged);
      assertThat(whole.certain().add(whole.doubtful())).isGreaterThanOrEqualTo(charged);
      assertThat(again).isEqualTo(whole);
    }
  }

  @Test
  void doubtsNothingAfterACleanEnd() throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      assertThat(run(teacher)).isEqualTo(new Spent(charged(teacher), BigDecimal.ZERO));
    }
  }

  @Test
  void doubtsNothingWhereCallsMayEndFirst() throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withLatency("300ms");
    try (Teacher teacher = Teacher.start(options)) {
      try (DriverProcess driver = start(teacher)) {
        await()
            .atMost(PATIENCE)
            .until(() -> teacher.stats().completed() >= 10 || !driver.isAlive());
        driver.tellToEnd();
      }

      assertThat(teacher.stats().completed()).isLessThan(PROMPTS);
      assertThat(run(teacher)).isEqualTo(new Spent(charged(teacher), BigDecimal.ZERO));
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

  private Spent run(Teacher teacher) throws IOException {
    try (DriverProcess driver = start(teacher)) {
      assertThat(driver.end()).as(driver.output()).isZero();
      assertThat(driver.said("completed")).contains("" + PROMPTS);
      return new Spent(dollars(driver, "cost"), dollars(driver, "doubtful"));
    }
  }

  private static BigDecimal dollars(DriverProcess driver, String name) {
    return new BigDecimal(driver.said(name).orElseThrow()).stripTrailingZeros();
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
        budget = 1000
        model { base-url = "%s", name = teacher, pool = teacher }
        model.price { input = 100, output = 500 }
        calls { in-flight-per-executor = 8 }
        """
            .formatted(folder.resolve("workspace"), teacher.baseUrl()));
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.master", "local[2]");
    properties.put("spark.ui.enabled", "false");
    properties.put(EngineDriver.HURRY, "2");
    return DriverProcess.start(
        folder, properties, Map.of(), List.of(configuration.toString(), "" + PROMPTS));
  }
}
