package io.mathscale.cluster;

import static org.awaitility.Awaitility.await;

import io.mathscale.teacher.Teacher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Kills a worker in each stage of a workflow, and puts another in its place. */
final class Deaths {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Stages that ask, with the share of their answers after which the worker dies. */
  private static final List<String> ASKING = List.of("extract", "generate", "validate", "infer");

  private final StandaloneCluster cluster;
  private final ChildProcess driver;
  private final Teacher teacher;
  private final DriverPages pages;
  private final Random random;
  private final int applications;

  /**
   * Deaths of the application that registers next.
   *
   * @param driver its driver, which tells on its output when a stage ends
   * @param pages what the driver shows
   * @param seed decides which of the workers that have executors die
   */
  Deaths(
      StandaloneCluster cluster,
      ChildProcess driver,
      DriverPages pages,
      Teacher teacher,
      long seed) {
    this.cluster = cluster;
    this.driver = driver;
    this.pages = pages;
    this.teacher = teacher;
    this.random = new Random(seed);
    this.applications = cluster.applications().size();
  }

  /**
   * Kills one that has an executor in each stage.
   *
   * @param answers a stage that asks is under way when it has got so many
   * @param underWay told of each stage that asks, before one dies
   */
  void oneInEachStage(int answers, Consumer<String> underWay) {
    String before = "";
    for (String stage : Chain.COMMANDS) {
      String last = before;
      when(() -> last.isEmpty() || driver.output().contains(last + " took"));
      if (ASKING.contains(stage)) {
        long start = teacher.stats().completed();
        when(() -> teacher.stats().completed() >= start + answers);
        underWay.accept(stage);
      }

      List<Integer> atWork = new ArrayList<>();
      when(() -> atWork.addAll(workersWithExecutors()));
      cluster.replaceWorker(atWork.get(random.nextInt(atWork.size())));
      before = stage;
    }
  }

  /** Places of those workers. */
  private List<Integer> workersWithExecutors() {
    List<String> registered = cluster.applications();
    if (registered.size() == applications) {
      return List.of();
    }

    String application = registered.get(applications);
    Set<String> executors = pages.executors(application);
    return IntStream.range(0, cluster.workers().size())
        .filter(
            worker ->
                executors.stream()
                    .anyMatch(executor -> cluster.hasStarted(worker, application, executor)))
        .boxed()
        .toList();
  }

  private void when(BooleanSupplier holds) {
    await().atMost(PATIENCE).until(() -> holds.getAsBoolean() || !driver.isAlive());
    if (!driver.isAlive()) {
      throw new AssertionError("The application must outlive its workers:\n" + driver.output());
    }
  }
}
