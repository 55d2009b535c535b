package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow comes out the same whatever a {@link Nemesis} does to it. Takes many minutes: runs
 * with {@code -Dnemesis.seed}, one as in {@code 7} or some as in {@code 1-20}
 * (benchmarks/nemesis.sh).
 */
@Tag("cluster")
class NemesisTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Of what the undisturbed workflow takes: the budget is spent once or twice. */
  private static final BigDecimal BUDGET_SHARE = new BigDecimal("0.6");

  /** What a seed that broke something leaves in it stays: JUnit takes the factory for a success. */
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private Map<String, List<String>> undisturbed;
  private BigDecimal tranche;

  @TestFactory
  Stream<DynamicTest> everyInvariantHolds() throws IOException {
    String seeds = System.getProperty("nemesis.seed");
    assumeTrue(seeds != null, "-Dnemesis.seed must ask for these minutes");
    String[] ends = seeds.split("-", 2);
    long[] all =
        LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
            .toArray();
    assertThat(all).as("nemesis.seed must be N or N-M: " + seeds).isNotEmpty();
    Duration length = Duration.ofMinutes(Long.parseLong(System.getProperty("nemesis.minutes")));
    runUndisturbed(folder.resolve("undisturbed"));
    return Arrays.stream(all)
        .mapToObj(
            seed ->
                dynamicTest(
                    "seed " + seed, () -> disturb(seed, length, folder.resolve("seed-" + seed))));
  }

  @AfterEach
  void removeWhatIsEmpty() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        System.out.println("What broke something is in " + folder);
        return;
      }
    }

    Files.delete(folder);
  }

  private void runUndisturbed(Path own) throws IOException {
    try (SparkHome home = SparkHome.in(own.resolve("spark"));
        S3Server store = S3Server.start(own.resolve("store"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2);
        TeacherProcess teacher = TeacherProcess.start(home, List.of())) {
      store.awaitStarted();
      String workspace = store.folder("undisturbed");
      Chain chain = Disturbed.chain(cluster, store.settings(), workspace, "");
      try (ChildProcess submitted = chain.submit(own, teacher.baseUrl(), "client")) {
        assertThat(submitted.end(PATIENCE)).as(submitted.output()).isZero();
      }

      undisturbed = chain.rows();
      requireRows(undisturbed);
      BigDecimal spent = TableRows.spent(workspace, store.settings()).certain();
      tranche = spent.multiply(BUDGET_SHARE).setScale(4, RoundingMode.UP);
    }

    FileUtil.fullyDelete(own.toFile());
  }

  private void disturb(long seed, Duration length, Path own) throws IOException {
    System.out.printf("Seed %d%n", seed);
    Nemesis nemesis = Nemesis.of(seed, length);
    boolean areUseless = nemesis.areAnswersUseless();
    try (SparkHome home = SparkHome.in(own.resolve("spark"));
        S3Server store = S3Server.start(own.resolve("store"));
        StandaloneCluster cluster = StandaloneCluster.start(home, 2);
        TeacherProcess teacher = TeacherProcess.start(home, Disturbed.options(areUseless))) {
      store.awaitStarted();
      try (Gate storeGate = Gate.before(store.port());
          Gate teacherGate = Gate.before(teacher.port());
          Disturbed disturbed =
              new Disturbed(home, cluster, store, storeGate, teacher, teacherGate, tranche)) {
        disturbed.suffer(nemesis);
        disturbed.requireBalance();
        Map<String, List<String>> tables = disturbed.tables();
        requireRows(tables);
        if (!areUseless) {
          requireSame(tables);
        }
      }

      System.out.printf("Seed %d broke nothing%n", seed);
    } catch (AssertionError | RuntimeException e) {
      System.out.printf("Seed %d broke it: %s%n", seed, e.getMessage());
      throw new AssertionError("Seed " + seed + " broke it", e);
    }

    FileUtil.fullyDelete(own.toFile());
  }

  private static void requireRows(Map<String, List<String>> tables) {
    assertThat(tables.get("mathscaleqa")).as("mathscaleqa").isNotEmpty();
    assertThat(tables.get("verdicts")).as("verdicts").isNotEmpty();
  }

  private void requireSame(Map<String, List<String>> disturbed) {
    assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
    undisturbed.forEach(
        (table, rows) -> assertThat(disturbed.get(table)).as(table).isEqualTo(rows));
  }
}
