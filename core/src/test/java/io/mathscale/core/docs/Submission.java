package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.CallsPlugin;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.deploy.SparkSubmitArguments;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A job as a scheduler starts it.
 *
 * @param jar where its jar is
 * @param main its main class
 * @param arguments what the main class is given
 * @param conf settings of Spark
 */
record Submission(String jar, String main, List<String> arguments, Map<String, String> conf) {
  private static final String KEYS = "spark.hadoop.hadoop.security.credential.provider.path";

  /** What Spark's own parser reads in the arguments of a spark-submit. */
  static Submission of(List<String> arguments) {
    SparkSubmitArguments parsed =
        new SparkSubmitArguments(
            CollectionConverters.asScala(arguments).toSeq(), Map$.MODULE$.<String, String>empty());
    return new Submission(
        parsed.primaryResource(),
        parsed.mainClass(),
        CollectionConverters.asJava(parsed.childArgs()),
        CollectionConverters.asJava(parsed.sparkProperties()));
  }

  /** As a part of the launcher's chain. */
  Launcher.Submit submit() {
    return new Launcher.Submit(jar.replaceAll("(?:.*/)?(.*)\\.jar", "$1"), main, commands());
  }

  private List<String> commands() {
    return arguments.stream()
        .filter(word -> word.matches("[a-z]+"))
        .filter(Launcher::knows)
        .toList();
  }

  /** The value of an option of the job. */
  String option(String name) {
    return arguments.get(arguments.indexOf(name) + 1);
  }

  /** The configuration that the job would have, were cluster.conf where it looks for it. */
  MathscaleConfig config() {
    List<String> settings = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i - 1).equals("--set")) {
        settings.add(arguments.get(i));
      }
    }

    return Settings.load(Documents.path("conf/cluster.conf").toFile(), settings).config();
  }

  /** That limits hold over all executors, and that the key of the model service is found. */
  void requirePluginAndKeys(Object keys) {
    assertThat(conf)
        .containsEntry("spark.plugins", CallsPlugin.class.getName())
        .containsEntry(KEYS, keys.toString());
  }
}
