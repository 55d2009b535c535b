package io.mathscale.core.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;

/** How file systems are reached, as Spark's settings tell it: what they have below spark.hadoop. */
final class HadoopSettings {
  private static final String PREFIX = "spark.hadoop.";
  private static final String DEFAULTS = "spark-defaults.conf";

  private HadoopSettings() {}

  /**
   * The settings of this process: those of Spark's file of defaults, and over them its system
   * properties, where spark-submit puts all of them.
   */
  static Configuration ofProcess() {
    Properties settings = defaults(System.getenv());
    settings.putAll(System.getProperties());
    return of(settings);
  }

  /** Whether this process hands the work to a driver on a cluster. */
  static boolean isDriverElsewhere() {
    return "cluster".equals(System.getProperty("spark.submit.deployMode"));
  }

  static Configuration of(Properties spark) {
    Configuration configuration = new Configuration();
    for (String key : spark.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        configuration.set(key.substring(PREFIX.length()), spark.getProperty(key));
      }
    }

    return configuration;
  }

  /**
   * The settings of Spark's file of defaults, which stands where Spark looks for it.
   *
   * @see <a href="https://spark.apache.org/docs/latest/configuration.html">Spark, configuration</a>
   */
  static Properties defaults(Map<String, String> environment) {
    String folder = environment.get("SPARK_CONF_DIR");
    String home = environment.get("SPARK_HOME");
    Properties defaults = new Properties();
    if (folder == null && home == null) {
      return defaults;
    }

    Path file = folder == null ? Path.of(home, "conf", DEFAULTS) : Path.of(folder, DEFAULTS);
    if (!Files.isRegularFile(file)) {
      return defaults;
    }

    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      defaults.load(reader);
      return defaults;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
