package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.cluster.Nemesis.Step;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow comes out the same whatever a {@link Nemesis} does to it. Takes many minutes: runs
 * with {@code -Dnemesis.seed} (benchmarks/nemesis.sh).
 */
@Tag("cluster")
class NemesisTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_SUBMITS = 30;
  private static final int IN_FLIGHT = 8;
  private static final int EXECUTORS = 2;
  private static final int LATENCY_MILLIS = 300;

  /** Answers are durable on S3 after so long. */
  private static final long DURABLE_MILLIS = 3_000;

  private static final int REFUSED_AT_START = 2;
  private static final int BUDGET_SPENT = 3;
  private static final int TAKEN_OVER = 6;
  private static final int UNWRITABLE = 7;

  /** Of executors, so that a second application finds room while the first stands still. */
  private static final Map<String, String> ROOM_FOR_TWO =
      Map.of("spark.cores.max", "" + EXECUTORS, "spark.executor.cores", "1");

  private static final List<String> LIMITS =
      List.of("", ", requests-per-minute = 1500", ", output-tokens-per-minute = 300000");

  private static final BigDecimal PROMPT_PRICE = new BigDecimal("0.0000005");
  private static final BigDecimal ANSWER_PRICE = new BigDecimal("0.0000015");

  /** Of what the undisturbed workflow takes: the budget is spent once or twice. */
  private static final BigDecimal BUDGET_SHARE = new BigDecimal("0.6");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private SparkHome home;
  private StandaloneCluster cluster;
  private S3Server store;
  private Gate storeGate;
  private TeacherProcess teacher;
  private Gate teacherGate;
  private ChildProcess driver;
  private BigDecimal tranche;
  private BigDecimal budget;
  private String limits = "";
  private int submits;
  private long mostRepeated;
  private long storeTroubleMillis;

  @Test
  void everyInvariantHolds() throws IOException {
    Long seed = Long.getLong("nemesis.seed");
    assumeTrue(seed != null, "-Dnemesis.seed must ask for these minutes");
    Nemesis nemesis = Nemesis.of(seed, Duration.ofMinutes(Integer.getInteger("nemesis.minutes")));
    home = SparkHome.in(folder.resolve("spark"));
    try (S3Server started = S3Server.start(folder.resolve("store"));
        Gate gate = Gate.before(started.port());
        StandaloneCluster workers = StandaloneCluster.start(home, 2)) {
      store = started;
      storeGate = gate;
      cluster = workers;
      store.awaitStarted();
      Map<String, List<String>> undisturbed = undisturbed();
      TableRows.Spent spent = TableRows.spent(store.folder("undisturbed"), store.settings());
      tranche = spent.certain().multiply(BUDGET_SHARE).setScale(4, RoundingMode.UP);
      budget = tranche;

      disturb(nemesis);

      if (nemesis.areAnswersUseless()) {
        requireBalance();
      } else {
        Map<String, List<String>> disturbed = chain("disturbed", "").rows();
        assertThat(disturbed.keySet()).as("seed %d", seed).isEqualTo(undisturbed.keySet());
        undisturbed.forEach(
            (table, rows) ->
                assertThat(disturbed.get(table)).as("seed %d: %s", seed, table).isEqualTo(rows));
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("Seed " + seed + " broke it", e);
    }
  }

  private Map<String, List<String>> undisturbed() {
    try (TeacherProcess still = TeacherProcess.start(home, List.of());
        ChildProcess submitted =
            chain("undisturbed", "").submit(folder, still.baseUrl(), "client")) {
      assertThat(submitted.end(PATIENCE)).as(submitted.output()).isZero();
      return chain("undisturbed", "").rows();
    }
  }

  private void disturb(Nemesis nemesis) {
    List<String> options = new ArrayList<>(List.of("--latency", LATENCY_MILLIS + "ms"));
    options.addAll(List.of("--fault", "503=0.03", "--fault", "429=0.03"));
    if (nemesis.areAnswersUseless()) {
      options.addAll(List.of("--fault", "refusal=0.02", "--fault", "empty=0.02"));
    }

    try (TeacherProcess faulty = TeacherProcess.start(home, options);
        Gate gate = Gate.before(URI.create(faulty.baseUrl()).getPort())) {
      teacher = faulty;
      teacherGate = gate;
      driver = submit();
      for (Step step : nemesis.steps()) {
        pass(step.quiet());
        if (isWhole()) {
          break;
        }

        System.out.println(step);
        disturb(step);
      }

      await().atMost(PATIENCE).until(this::isWhole);
      requireBooks(faulty.stats());
    } finally {
      driver.close();
    }
  }

  /** Whether the workflow is done; one that ended early is submitted again. */
  private boolean isWhole() {
    if (driver.isAlive()) {
      return false;
    }

    int exit = driver.end(PATIENCE);
    if (exit == 0) {
      return true;
    }

    assertThat(exit).as(driver.output()).isIn(BUDGET_SPENT, UNWRITABLE);
    requireBudget(teacher.stats());
    if (exit == BUDGET_SPENT) {
      budget = budget.add(tranche);
    }

    System.out.printf("ended with %d, budget now $%s%n", exit, budget);
    driver.close();
    driver = submit();
    return false;
  }

  private void requireBudget(TeacherStats stats) {
    assertThat(charged(stats)).as("charged of the budget").isLessThanOrEqualTo(budget);
  }

  private void requireBooks(TeacherStats stats) {
    System.out.printf(
        "%,d prompts, %,d repeated of at most %,d; %d submits%n",
        stats.distinctPrompts(), stats.repeatedPrompts(), mostRepeated, submits);
    assertThat(stats.repeatedPrompts()).as("repeated").isLessThanOrEqualTo(mostRepeated);
    requireBudget(stats);
    TableRows.Spent spent = TableRows.spent(store.folder("disturbed"), store.settings());
    BigDecimal charged = charged(stats);
    System.out.printf("$%s charged of $%s; told: %s%n", charged, budget, spent);
    assertThat(spent.certain()).as("certain").isLessThanOrEqualTo(charged);
    assertThat(spent.certain().add(spent.doubtful()))
        .as("certain and in doubt")
        .isGreaterThanOrEqualTo(charged);
  }

  private static BigDecimal charged(TeacherStats stats) {
    return PROMPT_PRICE
        .multiply(BigDecimal.valueOf(stats.promptTokens()))
        .add(ANSWER_PRICE.multiply(BigDecimal.valueOf(stats.completionTokens())));
  }

  /** Where answers are of no use rows differ; each is in its table, or among the rejected ones. */
  private void requireBalance() {
    assertThat(rows("concepts", "rejected/extract")).isEqualTo(rows("seeds"));
    assertThat(rows("pairs", "rejected/generate")).isEqualTo(rows("compositions"));
    assertThat(rows("outputs", "rejected/infer")).isEqualTo(rows("benchmark"));
    assertThat(chain("disturbed", "").rows()).containsKeys("mathscaleqa", "verdicts");
  }

  private long rows(String... tables) {
    return TableRows.rows(store.folder("disturbed"), store.settings(), List.of(tables));
  }

  private void disturb(Step step) {
    List<ChildProcess> workers = cluster.workers();
    int chosen = step.choice() % workers.size();
    long troubleBefore = storeTroubleMillis;
    storeTroubleMillis = 0;
    switch (step.kind()) {
      case WORKER_DIES -> {
        lose(troubleBefore);
        cluster.replaceWorker(chosen);
      }
      case WORKER_PAUSES -> stand(workers.get(chosen), step.length());
      case DRIVER_PAUSES -> stand(driver, step.length());
      case DRIVER_DIES -> {
        lose(troubleBefore);
        driver.close();
        limits = LIMITS.get(step.choice() % LIMITS.size());
        driver = submit();
      }
      case DRIVER_IS_TAKEN_OVER -> {
        lose(troubleBefore);
        limits = LIMITS.get(step.choice() % LIMITS.size());
        takeOver();
      }
      case STORE_PAUSES -> troubleStore(step, () -> stand(store.process(), step.length()));
      case STORE_REFUSES -> troubleStore(step, () -> shut(storeGate, step.length()));
      case STORE_IS_SLOW ->
          troubleStore(
              step,
              () -> {
                storeGate.slow(Duration.ofMillis(step.choice()));
                pass(step.length());
                storeGate.slow(Duration.ZERO);
              });
      case TEACHER_PAUSES -> stand(teacher.process(), step.length());
      case TEACHER_REFUSES -> {
        mostRepeated += EXECUTORS * IN_FLIGHT;
        shut(teacherGate, step.length());
      }
    }
  }

  private void troubleStore(Step step, Runnable trouble) {
    trouble.run();
    storeTroubleMillis = step.length().toMillis();
  }

  private static void shut(Gate gate, Duration length) {
    gate.shut(true);
    pass(length);
    gate.shut(false);
  }

  /**
   * All executors of an application may be lost: what they have in flight, and what is not durable.
   *
   * @param troubleMillis how long the store was in trouble just before
   */
  private void lose(long troubleMillis) {
    long inTime = IN_FLIGHT * (DURABLE_MILLIS + troubleMillis) / LATENCY_MILLIS;
    mostRepeated += EXECUTORS * (IN_FLIGHT + inTime);
  }

  private void takeOver() {
    ChildProcess old = driver;
    old.pause();
    driver = submit();
    await()
        .atMost(PATIENCE)
        .until(() -> driver.output().contains("prepare took") || !driver.isAlive());
    old.resume();
    int exit = old.end(PATIENCE);
    if (exit == REFUSED_AT_START) {
      // It had not begun yet when it was made to stand still.
      assertThat(old.output()).contains("another is at work on this workspace");
    } else {
      assertThat(exit).as(old.output()).isIn(0, BUDGET_SPENT, TAKEN_OVER, UNWRITABLE);
    }

    old.close();
  }

  private static void stand(ChildProcess process, Duration length) {
    process.pause();
    pass(length);
    process.resume();
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() >= end);
  }

  private ChildProcess submit() {
    submits++;
    assertThat(submits).as("submits").isLessThanOrEqualTo(MOST_SUBMITS);
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + storeGate.port());
    String configuration =
        "budget = %s%ncalls { max-failure-ratio = 0.3%s }".formatted(budget, limits);
    return chain("disturbed", configuration, settings)
        .submit(folder, "http://127.0.0.1:" + teacherGate.port() + "/v1", "client");
  }

  private Chain chain(String workspace, String configuration) {
    return chain(workspace, configuration, store.settings());
  }

  private Chain chain(String workspace, String configuration, Map<String, String> settings) {
    return new Chain(
        cluster,
        ROOM_FOR_TWO,
        settings,
        store.folder(workspace),
        Integer.getInteger("cluster.compositions", 540),
        configuration + "\ncalls.in-flight-per-executor = " + IN_FLIGHT);
  }
}
