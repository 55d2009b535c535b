package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.cluster.Nemesis.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow to which a {@link Nemesis} does what it can: submitted again wherever it ends early,
 * until it is whole. What it may repeat and what it may be charged is known at any time.
 */
final class Disturbed implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** All that is left of the workflow when nothing more happens to it, on a busy machine. */
  private static final Duration PATIENCE_FOR_ALL = Duration.ofMinutes(40);

  private static final int MOST_SUBMITS = 30;
  private static final int IN_FLIGHT = 8;
  private static final int EXECUTORS = 2;
  private static final int LATENCY_MILLIS = 300;

  private static final int REFUSED_AT_START = 2;
  private static final int BUDGET_SPENT = 3;
  private static final int REFUSED = 5;
  private static final int TAKEN_OVER = 6;
  private static final int UNWRITABLE = 7;

  /** Of executors, so that a second application finds room while the first stands still. */
  private static final Map<String, String> ROOM_FOR_TWO =
      Map.of("spark.cores.max", "" + EXECUTORS, "spark.executor.cores", "1");

  private static final List<String> LIMITS =
      List.of("", ", requests-per-minute = 1500", ", output-tokens-per-minute = 300000");

  private final SparkHome home;
  private final StandaloneCluster cluster;
  private final Store store;
  private final Gate storeGate;
  private final TeacherProcess teacher;
  private final Gate teacherGate;
  private final Books books;
  private ChildProcess driver;
  private String limits = "";
  private int submits;
  private long storeTroubleMillis;

  /**
   * Submits it.
   *
   * @param storeGate the way to its store
   * @param teacherGate the way to its model
   * @param tranche US dollars of its budget, and by how much the budget grows when it is spent
   */
  Disturbed(
      SparkHome home,
      StandaloneCluster cluster,
      Store store,
      Gate storeGate,
      TeacherProcess teacher,
      Gate teacherGate,
      BigDecimal tranche) {
    this.home = home;
    this.cluster = cluster;
    this.store = store;
    this.storeGate = storeGate;
    this.teacher = teacher;
    this.teacherGate = teacherGate;
    this.books = new Books(teacher, tranche);
    this.driver = submit();
  }

  /**
   * Options of its model.
   *
   * @param areAnswersUseless whether some of the model's answers are of no use
   */
  static List<String> options(boolean areAnswersUseless) {
    List<String> options = new ArrayList<>(List.of("--latency", LATENCY_MILLIS + "ms"));
    options.addAll(List.of("--fault", "503=0.03", "--fault", "429=0.03"));
    if (areAnswersUseless) {
      // An empty one would be asked for once more at once: the teacher would count a repeat.
      options.addAll(List.of("--fault", "refusal=0.04"));
    }

    return options;
  }

  /**
   * A workflow with the calls in flight and the room of a disturbed one.
   *
   * @param settings how its workspace is reached
   * @param configuration further lines of its configuration
   */
  static Chain chain(
      StandaloneCluster cluster,
      Map<String, String> settings,
      String workspace,
      String configuration) {
    return new Chain(
        cluster,
        ROOM_FOR_TWO,
        settings,
        workspace,
        Integer.getInteger("cluster.compositions", 540),
        configuration + "\ncalls.in-flight-per-executor = " + IN_FLIGHT);
  }

  private String workspace() {
    return store.folder("disturbed");
  }

  private ChildProcess submit() {
    submits++;
    assertThat(submits).as("submits").isLessThanOrEqualTo(MOST_SUBMITS);
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + storeGate.port());
    String configuration =
        "budget = %s%ncalls { max-failure-ratio = 0.3%s }".formatted(books.budget(), limits);
    return chain(cluster, settings, workspace(), configuration)
        .submit(home.folder(), "http://127.0.0.1:" + teacherGate.port() + "/v1", "client");
  }

  /** Does all of it, or as much as there is time for until the workflow is whole. */
  void suffer(Nemesis nemesis) {
    for (Step step : nemesis.steps()) {
      pass(step.quiet());
      if (isWhole()) {
        return;
      }

      System.out.println(step);
      suffer(step);
    }

    await().atMost(PATIENCE_FOR_ALL).until(this::isWhole);
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

    if (exit == REFUSED) {
      // A service that never answered is waited for no longer than calls.start-patience.
      assertThat(teacher.stats().completed()).as(driver.output()).isZero();
    } else {
      assertThat(exit).as(driver.output()).isIn(BUDGET_SPENT, UNWRITABLE);
    }

    books.requireBudget();
    if (exit == BUDGET_SPENT) {
      books.raiseBudget();
    }

    System.out.printf("ended with %d, budget now $%s%n", exit, books.budget());
    driver.close();
    driver = submit();
    return false;
  }

  private void suffer(Step step) {
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
        books.mayRepeat(EXECUTORS * IN_FLIGHT);
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
    long inTime = IN_FLIGHT * (store.durableMillis() + troubleMillis) / LATENCY_MILLIS;
    books.mayRepeat(EXECUTORS * (IN_FLIGHT + inTime));
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

  /** Fails where it repeated too much, or money and what is told of it do not agree. */
  void requireBalance() {
    System.out.printf("%d submits%n", submits);
    books.requireBalance(TableRows.spent(workspace(), store.settings()));
    Books.requireRows(workspace(), store.settings());
  }

  /** The rows of its tables. */
  Map<String, List<String>> tables() {
    return TableRows.of(workspace(), store.settings());
  }

  @Override
  public void close() {
    driver.close();
  }
}
