package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What two workers make of limits and of calls in flight, in {@code generate}. Takes minutes: runs
 * with {@code -Dcluster.minutes=true} (benchmarks/workers.sh).
 */
@Tag("cluster")
class TwoWorkersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int COMPOSITIONS = Integer.getInteger("cluster.compositions", 20_000);
  private static final String TO_COMPOSITIONS = "calls.in-flight-per-executor = 64";

  /** Requests a minute, which the teacher enforces and the configuration states. */
  private static final int LIMIT = 6_000;

  /** One executor, and another where tasks wait for a while. */
  private static final Map<String, String> DYNAMIC =
      Map.of(
          "spark.dynamicAllocation.enabled", "true",
          "spark.dynamicAllocation.shuffleTracking.enabled", "true",
          "spark.dynamicAllocation.initialExecutors", "1",
          "spark.dynamicAllocation.minExecutors", "1",
          "spark.dynamicAllocation.maxExecutors", "2",
          "spark.dynamicAllocation.schedulerBacklogTimeout", "30s",
          "spark.executor.cores", "2");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @BeforeEach
  void wantMinutes() {
    assumeTrue(Boolean.getBoolean("cluster.minutes"), "-Dcluster.minutes=true must ask for these");
  }

  @Test
  void twoExecutorsMakeAlmostTwiceTheCallsOfOne() throws IOException {
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 1)) {
      compose(cluster);
      double one = callsASecond(cluster, "one");
      cluster.addWorker();
      cluster.awaitWorkers();
      double two = callsASecond(cluster, "two");

      System.out.printf("one executor: %.0f/s, two: %.0f/s, %.2f times%n", one, two, two / one);
      assertThat(two / one).isGreaterThanOrEqualTo(1.9);
    }
  }

  /** In the middle of the stage, where all executors are at work. */
  private double callsASecond(StandaloneCluster cluster, String workspace) throws IOException {
    TeacherOptions options = TeacherOptions.defaults().withLatency("200ms");
    try (Teacher teacher = Teacher.start(options);
        ChildProcess generate = generate(cluster, workspace, teacher, TO_COMPOSITIONS)) {
      when(generate, () -> teacher.stats().completed() > COMPOSITIONS * 0.3);
      long begun = System.nanoTime();
      long before = teacher.stats().completed();
      when(generate, () -> teacher.stats().completed() > COMPOSITIONS * 0.8);
      long calls = teacher.stats().completed() - before;
      double rate = calls * 1e9 / (System.nanoTime() - begun);
      assertThat(generate.end(PATIENCE)).as(generate.output()).isZero();
      return rate;
    }
  }

  @Test
  void limitsAreKeptAndUsedWhileWorkersComeAndGo() throws IOException {
    TeacherOptions options =
        TeacherOptions.defaults().withLatency("300ms").withRequestsPerMinute(LIMIT);
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      compose(cluster);
      try (Teacher teacher = Teacher.start(options);
          ChildProcess generate =
              generate(
                  cluster,
                  "limits",
                  teacher,
                  "calls { in-flight-per-executor = 64, requests-per-minute = " + LIMIT + " }")) {
        when(generate, () -> teacher.stats().requests() > 0);
        pass(Duration.ofSeconds(75));
        double together = used(teacher, Duration.ofSeconds(30));
        long refused = refused(teacher);
        long executors = cluster.launchedExecutors();
        cluster.replaceWorker(0);
        when(generate, () -> cluster.launchedExecutors() > executors);
        pass(Duration.ofSeconds(20));
        double after = used(teacher, Duration.ofSeconds(30));

        System.out.printf(
            "used of %,d requests a minute: %.3f; after a worker was replaced %.3f; 429 in all %d,"
                + " %d since the death%n",
            LIMIT, together, after, refused(teacher), refused(teacher) - refused);
        assertThat(refused(teacher)).isZero();
        assertThat(together).isGreaterThanOrEqualTo(0.95);
        assertThat(after).isGreaterThanOrEqualTo(0.95);
      }
    }
  }

  /** A stage that begins with one executor is not left with one. */
  @Test
  void limitsAreKeptAndUsedWhileSparkAddsExecutors() throws IOException {
    TeacherOptions options =
        TeacherOptions.defaults().withLatency("900ms").withRequestsPerMinute(LIMIT);
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      compose(cluster);
      long before = cluster.launchedExecutors();
      String calls = "calls { in-flight-per-executor = 64, requests-per-minute = " + LIMIT + " }";
      try (Teacher teacher = Teacher.start(options);
          ChildProcess generate = generate(cluster, DYNAMIC, "dynamic", teacher, calls)) {
        when(generate, () -> teacher.stats().requests() > 0);
        long first = cluster.launchedExecutors() - before;
        double alone = used(teacher, Duration.ofSeconds(15));
        when(generate, () -> cluster.launchedExecutors() - before >= 2);
        pass(Duration.ofSeconds(20));
        double together = used(teacher, Duration.ofSeconds(30));

        System.out.printf(
            "used of %,d requests a minute: %.3f by %d executor, which 64 calls of 900 ms bound at"
                + " 0.711; by two %.3f; 429: %d%n",
            LIMIT, alone, first, together, refused(teacher));
        assertThat(first).isEqualTo(1);
        assertThat(alone).isLessThan(0.75);
        assertThat(refused(teacher)).isZero();
        assertThat(together).isGreaterThanOrEqualTo(0.95);
      }
    }
  }

  private static double used(Teacher teacher, Duration time) {
    long before = teacher.stats().completed();
    long begun = System.nanoTime();
    pass(time);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return (teacher.stats().completed() - before) / (seconds * LIMIT / 60);
  }

  private static long refused(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return stats.byStatus().getOrDefault("429", 0L);
  }

  private void compose(StandaloneCluster cluster) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        ChildProcess composed =
            chain(cluster, Map.of(), "composed", TO_COMPOSITIONS)
                .submit(
                    folder,
                    teacher.baseUrl(),
                    "client",
                    List.of("prepare", "extract", "build", "compose"))) {
      assertThat(composed.end(PATIENCE)).as(composed.output()).isZero();
    }
  }

  private ChildProcess generate(
      StandaloneCluster cluster, String workspace, Teacher teacher, String calls)
      throws IOException {
    return generate(cluster, Map.of(), workspace, teacher, calls);
  }

  private ChildProcess generate(
      StandaloneCluster cluster,
      Map<String, String> spark,
      String workspace,
      Teacher teacher,
      String calls)
      throws IOException {
    copy(folder.resolve("composed"), folder.resolve(workspace));
    return chain(cluster, spark, workspace, calls)
        .submit(folder, teacher.baseUrl(), "client", List.of("generate"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private Chain chain(
      StandaloneCluster cluster, Map<String, String> spark, String workspace, String calls) {
    return new Chain(
        cluster,
        spark,
        Map.of(),
        folder.resolve(workspace).toUri().toString(),
        COMPOSITIONS,
        calls);
  }

  private static void when(ChildProcess driver, BooleanSupplier holds) {
    await().atMost(PATIENCE).until(() -> holds.getAsBoolean() || !driver.isAlive());
    assertThat(driver.isAlive()).as(driver.output()).isTrue();
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() >= end);
  }
}
