package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.journal.StageLock;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.time.SystemTime;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jobs on two workers, with the workspace on a store: {@code -Dcluster.store}, {@code
 * s3} or {@code hdfs}. benchmarks/cluster.sh runs it on more prompts and other stores.
 */
@Tag("cluster")
class ClusterTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** With 200 seeds, the votes of {@code validate} and 60 problems: about 2,000 prompts in all. */
  private static final int COMPOSITIONS = Integer.getInteger("cluster.compositions", 540);

  private static final int IN_FLIGHT = Integer.getInteger("cluster.in-flight", 8);
  private static final int LATENCY_MILLIS = 300;

  /** Of each stage that asks, before a worker dies; {@code infer} asks 60. */
  private static final int ANSWERS = Math.min(2 * IN_FLIGHT, 20);

  /** Runs that begin at the same moment. */
  private static final int RUNS = 6;

  private static final String TAKEN = "taken";
  private static final Pattern LOST = Pattern.compile("Lost (?:an )?executor (\\d+)");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Store store;

  @BeforeAll
  static void startStore() throws IOException {
    store = Store.start(System.getProperty("cluster.store", "s3"), folder.resolve("store"));
    store.awaitStarted();
  }

  @AfterAll
  static void stopStore() {
    store.close();
  }

  @Test
  void oneOfManyRunsThatBeginAtOnceHasALock() throws Exception {
    Configuration configuration = new Configuration();
    store.settings().forEach(configuration::set);
    org.apache.hadoop.fs.Path lock =
        new org.apache.hadoop.fs.Path(store.folder("locked"), "_running");
    CyclicBarrier start = new CyclicBarrier(RUNS);
    CountDownLatch decided = new CountDownLatch(RUNS);
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    List<Future<String>> runs = new ArrayList<>();
    try {
      for (int run = 0; run < RUNS; run++) {
        runs.add(threads.submit(() -> take(lock, configuration, start, decided)));
      }

      List<String> outcomes = new ArrayList<>();
      for (Future<String> run : runs) {
        outcomes.add(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }

      assertThat(outcomes).containsOnlyOnce(TAKEN);
      assertThat(outcomes)
          .filteredOn(outcome -> !outcome.equals(TAKEN))
          .allMatch(outcome -> outcome.contains("another is at work"));
    } finally {
      threads.shutdownNow();
    }
  }

  /** {@link #TAKEN}, or why not; who has the lock keeps it until all know. */
  private static String take(
      org.apache.hadoop.fs.Path lock,
      Configuration configuration,
      CyclicBarrier start,
      CountDownLatch decided)
      throws Exception {
    try (FileSystem own = FileSystem.newInstance(lock.toUri(), configuration)) {
      start.await();
      try (StageLock taken = StageLock.take(own, lock, SystemTime.INSTANCE::sleep, "One")) {
        taken.keep(SystemTime.INSTANCE);
        decided.countDown();
        decided.await();
        return TAKEN;
      } catch (ConfigException e) {
        return e.getMessage();
      } finally {
        decided.countDown();
      }
    }
  }

  @Test
  void makesTheSameRowsWhereAWorkerDiesInEachStage() throws IOException {
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      Map<String, List<String>> undisturbed = undisturbed(cluster);
      Map<String, List<String>> disturbed = disturbed(cluster);

      assertThat(undisturbed.get("mathscaleqa")).isNotEmpty();
      assertThat(undisturbed.get("verdicts")).isNotEmpty();
      assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
      undisturbed.forEach(
          (table, rows) -> assertThat(disturbed.get(table)).as(table).isEqualTo(rows));
    }
  }

  /** In cluster mode: a worker starts the driver. */
  private Map<String, List<String>> undisturbed(StandaloneCluster cluster) {
    Chain chain = chain(cluster, Map.of(), "undisturbed", 64);
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        ChildProcess submit = chain.submit(folder, teacher.baseUrl(), "cluster")) {
      assertThat(submit.end(PATIENCE)).as(submit.output()).isZero();
      assertThat(teacher.stats().repeatedPrompts()).isZero();
      return chain.rows();
    }
  }

  /** In client mode: the driver is no worker's, and outlives them. */
  private Map<String, List<String>> disturbed(StandaloneCluster cluster) throws IOException {
    DriverPages pages = new DriverPages(S3Server.freePort());
    Chain chain = chain(cluster, pages.settings(), "disturbed", IN_FLIGHT);
    TeacherOptions options = TeacherOptions.defaults().withLatency(LATENCY_MILLIS + "ms");
    try (Teacher teacher = Teacher.start(options);
        ChildProcess submit = chain.submit(folder, teacher.baseUrl(), "client")) {
      new Deaths(cluster, submit, pages, teacher, 1)
          .oneInEachStage(
              ANSWERS,
              stage -> {
                if (stage.equals("generate")) {
                  pages.require(stage);
                }
              });

      assertThat(submit.end(PATIENCE)).as(submit.output()).isZero();
      assertThat(LOST.matcher(submit.output()).results().map(lost -> lost.group(1)).distinct())
          .hasSizeGreaterThanOrEqualTo(Chain.COMMANDS.size());
      TeacherStats stats = teacher.stats();
      System.out.printf(
          "%,d prompts, %,d repeated of at most %,d%n",
          stats.distinctPrompts(), stats.repeatedPrompts(), 4 * lostADeath());
      assertThat(stats.repeatedPrompts()).isLessThanOrEqualTo(4 * lostADeath());
      return chain.rows();
    }
  }

  /** What an executor has in flight, and the answers that are not durable yet. */
  private static long lostADeath() {
    return IN_FLIGHT + IN_FLIGHT * store.durableMillis() / LATENCY_MILLIS;
  }

  private static Chain chain(
      StandaloneCluster cluster, Map<String, String> spark, String workspace, int inFlight) {
    return new Chain(
        cluster,
        spark,
        store.settings(),
        store.folder(workspace),
        COMPOSITIONS,
        "calls.in-flight-per-executor = " + inFlight);
  }
}
