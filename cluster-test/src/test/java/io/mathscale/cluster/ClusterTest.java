package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** What an executor has in flight, and the answers of the 3 s until they are durable on S3. */
  private static final long LOST_A_DEATH = IN_FLIGHT + IN_FLIGHT * 3_000L / LATENCY_MILLIS;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void makesTheSameRowsWhereAWorkerDiesInEachStage() throws IOException {
    String kind = System.getProperty("cluster.store", "s3");
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        Store store = Store.start(kind, folder.resolve("store"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2)) {
      store.awaitStarted();

      Map<String, List<String>> undisturbed = undisturbed(cluster, store);
      Map<String, List<String>> disturbed = disturbed(cluster, store);

      assertThat(undisturbed.get("mathscaleqa")).isNotEmpty();
      assertThat(undisturbed.get("verdicts")).isNotEmpty();
      assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
      undisturbed.forEach(
          (table, rows) -> assertThat(disturbed.get(table)).as(table).isEqualTo(rows));
    }
  }

  /** In cluster mode: a worker starts the driver. */
  private Map<String, List<String>> undisturbed(StandaloneCluster cluster, Store store) {
    Chain chain = chain(cluster, store, "undisturbed", 64);
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        ChildProcess submit = chain.submit(folder, teacher.baseUrl(), "cluster")) {
      assertThat(submit.end(PATIENCE)).as(submit.output()).isZero();
      assertThat(teacher.stats().repeatedPrompts()).isZero();
      return chain.rows();
    }
  }

  /** In client mode: the driver is no worker's, and outlives them. */
  private Map<String, List<String>> disturbed(StandaloneCluster cluster, Store store) {
    Chain chain = chain(cluster, store, "disturbed", IN_FLIGHT);
    TeacherOptions options = TeacherOptions.defaults().withLatency(LATENCY_MILLIS + "ms");
    try (Teacher teacher = Teacher.start(options);
        ChildProcess submit = chain.submit(folder, teacher.baseUrl(), "client")) {
      new Deaths(cluster, submit, teacher, 1).oneInEachStage(2 * IN_FLIGHT);

      assertThat(submit.end(PATIENCE)).as(submit.output()).isZero();
      TeacherStats stats = teacher.stats();
      System.out.printf(
          "%,d prompts, %,d repeated of at most %,d%n",
          stats.distinctPrompts(), stats.repeatedPrompts(), 4 * LOST_A_DEATH);
      assertThat(stats.repeatedPrompts()).isLessThanOrEqualTo(4 * LOST_A_DEATH);
      return chain.rows();
    }
  }

  private static Chain chain(
      StandaloneCluster cluster, Store store, String workspace, int inFlight) {
    return new Chain(
        cluster,
        store.settings(),
        store.folder(workspace),
        COMPOSITIONS,
        "in-flight-per-executor = " + inFlight);
  }
}
