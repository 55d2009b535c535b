package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow goes on with the other worker where the local disk of one can no longer be used.
 * Takes minutes: runs with {@code -Dcluster.minutes=true} (benchmarks/workers.sh).
 */
@Tag("cluster")
class DiskTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int COMPOSITIONS = 540;
  private static final int IN_FLIGHT = 8;

  /** As docs/operations.md says: else Spark gives a task to the same executor until it gives up. */
  private static final Map<String, String> DO_NOT_INSIST =
      Map.of("spark.excludeOnFailure.enabled", "true");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @BeforeEach
  void wantMinutes() {
    assumeTrue(Boolean.getBoolean("cluster.minutes"), "-Dcluster.minutes=true must ask for these");
  }

  @Test
  void aWorkerWithoutADiskIsDoneWithout() throws IOException {
    try (SparkHome home = SparkHome.in(folder.resolve("spark"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2);
        Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("300ms"))) {
      Chain chain =
          new Chain(
              cluster,
              DO_NOT_INSIST,
              Map.of(),
              folder.resolve("workspace").toUri().toString(),
              COMPOSITIONS,
              "calls.in-flight-per-executor = " + IN_FLIGHT);
      try (ChildProcess submit = chain.submit(folder, teacher.baseUrl(), "client")) {
        await()
            .atMost(PATIENCE)
            .until(() -> submit.output().contains("extract took") || !submit.isAlive());
        cluster.breakDisk(1);

        assertThat(submit.end(PATIENCE)).as(submit.output()).isZero();
        assertThat(submit.output()).containsPattern("Lost (task|executor)");
        assertThat(chain.rows().get("mathscaleqa")).isNotEmpty();
        assertThat(chain.rows().get("verdicts")).isNotEmpty();
        assertThat(teacher.stats().repeatedPrompts()).isZero();
      }
    }
  }
}
