package io.mathscale.core.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.teacher.Teacher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Applications with two executor processes, on an assembled Spark.
 *
 * @param spark folder of the Spark
 * @param folder where their files go
 */
record TwoExecutors(Path spark, Path folder) {
  /**
   * In a folder; skips the test where it was not asked for.
   *
   * @throws IllegalStateException if no Spark stands
   */
  static TwoExecutors in(Path folder) {
    assumeTrue(
        Boolean.getBoolean("mathscale.slow"), "-Dmathscale.slow=true must ask for these minutes");
    String home = System.getenv("SPARK_HOME");
    Path spark =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("mathscale.root"), "target", "spark")
            : Path.of(home);
    if (!Files.isDirectory(spark.resolve("jars"))) {
      throw new IllegalStateException(
          "SPARK_HOME must name a Spark, or ./mathscale have assembled one: "
              + spark.toAbsolutePath());
    }

    return new TwoExecutors(spark, folder);
  }

  /** Prices of the model that the applications ask, in US dollars a million tokens. */
  static final int INPUT_PRICE = 100;

  /** The same for answers. */
  static final int OUTPUT_PRICE = 500;

  /**
   * Starts an {@link EngineDriver}.
   *
   * @param properties Spark's settings
   * @param settings more settings, in HOCON
   */
  DriverProcess start(Teacher teacher, Map<String, String> properties, String settings, int prompts)
      throws IOException {
    Path configuration = folder.resolve("engine.conf");
    Files.writeString(
        configuration,
        """
        workspace = "%s"
        model { base-url = "%s", name = teacher, pool = teacher, proxy.url = direct }
        model.price { input = %d, output = %d }
        %s
        """
            .formatted(
                folder.resolve("workspace"),
                teacher.baseUrl(),
                INPUT_PRICE,
                OUTPUT_PRICE,
                settings));
    Map<String, String> all = new HashMap<>(properties);
    all.put("spark.master", "local-cluster[2,1,1024]");
    all.put("spark.ui.enabled", "false");
    all.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    return DriverProcess.start(
        folder,
        all,
        Map.of("SPARK_HOME", home().toString(), "SPARK_SCALA_VERSION", "2.13"),
        List.of(configuration.toString(), "" + prompts));
  }

  /** The same Spark under a folder of our own, in which it keeps what its executors write. */
  private Path home() throws IOException {
    Path home = folder.resolve("spark");
    if (!Files.exists(home)) {
      Files.createDirectories(home);
      Files.createSymbolicLink(home.resolve("jars"), spark.resolve("jars").toRealPath());
    }

    return home;
  }
}
