package io.mathscale.cluster;

import static org.awaitility.Awaitility.await;

import io.mathscale.teacher.Teacher;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Kills a worker in each stage of a workflow, and puts another in its place. */
final class Deaths {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Stages that ask, with the share of their answers after which the worker dies. */
  private static final List<String> ASKING = List.of("extract", "generate", "validate", "infer");

  private final StandaloneCluster cluster;
  private final ChildProcess driver;
  private final Teacher teacher;
  private final Random random;

  /**
   * Deaths of one application.
   *
   * @param driver its driver, which tells on its output when a stage ends
   * @param seed which of the workers die is a function of it
   */
  Deaths(StandaloneCluster cluster, ChildProcess driver, Teacher teacher, long seed) {
    this.cluster = cluster;
    this.driver = driver;
    this.teacher = teacher;
    this.random = new Random(seed);
  }

  /**
   * Kills one in each stage that is still to come.
   *
   * @param answers a stage that asks is under way when it has got so many
   * @param underWay told of each stage that asks, before one dies
   */
  void oneInEachStage(int answers, Consumer<String> underWay) {
    String before = "";
    for (String stage : Chain.COMMANDS) {
      String last = before;
      when(last.isEmpty() ? this::hasExecutors : () -> driver.output().contains(last + " took"));
      if (ASKING.contains(stage)) {
        long start = teacher.stats().completed();
        when(() -> teacher.stats().completed() >= start + answers);
        underWay.accept(stage);
      }

      cluster.replaceWorker(random.nextInt(cluster.workers().size()));
      before = stage;
    }
  }

  private boolean hasExecutors() {
    return cluster.masterOutput().contains("Launching executor");
  }

  private void when(BooleanSupplier holds) {
    await().atMost(PATIENCE).until(() -> holds.getAsBoolean() || !driver.isAlive());
    if (!driver.isAlive()) {
      throw new AssertionError("The application must outlive its workers:\n" + driver.output());
    }
  }
}
