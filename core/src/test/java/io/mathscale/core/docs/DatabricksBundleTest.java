package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.CallsPlugin;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the asset bundle as YAML, and runs its init script. */
class DatabricksBundleTest {
  private static final String TEXT = Documents.text("conf/workflows/databricks.yml");
  private static final Object BUNDLE =
      new Yaml(new SafeConstructor(new LoaderOptions())).load(TEXT);
  private static final Object CHAIN = at(BUNDLE, "resources", "jobs", "chain");

  @TempDir private Path folder;

  @Test
  void eachValueThatIsUsedIsDefinedAndEachThatIsDefinedIsUsed() {
    Set<String> used =
        Pattern.compile("\\$\\{var\\.(\\w+)}")
            .matcher(TEXT)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(map(at(BUNDLE, "variables")).keySet()).isEqualTo(used);
    for (Object variable : map(at(BUNDLE, "variables")).values()) {
      assertThat(map(variable)).containsKeys("description", "default");
    }
  }

  @Test
  void runsOnBothRuntimesOfSpark4() {
    assertThat(at(BUNDLE, "variables", "runtime", "default")).isEqualTo("17.3.x-scala2.13");
    assertThat(at(BUNDLE, "targets", "runtime18", "variables", "runtime"))
        .isEqualTo("18.x-scala2.13");
  }

  @Test
  void theClusterLoadsThePluginBeforeItsSessionStarts() {
    List<?> clusters = (List<?>) at(CHAIN, "job_clusters");
    assertThat(clusters).hasSize(1);
    Object cluster = at(clusters.get(0), "new_cluster");
    Object script = ((List<?>) at(cluster, "init_scripts")).get(0);

    assertThat(at(cluster, "spark_conf", "spark.plugins")).isEqualTo(CallsPlugin.class.getName());
    assertThat(at(cluster, "data_security_mode")).isEqualTo("SINGLE_USER");
    assertThat(at(script, "volumes", "destination").toString()).endsWith("/databricks-init.sh");
    assertThat(at(cluster, "spark_env_vars", "MATHSCALE_JAR").toString())
        .endsWith("/mathscale-plugin.jar");
  }

  @Test
  void eachTaskFollowsTheOneBeforeAndSetsKeysThatExist() {
    String before = null;
    for (Object task : (List<?>) at(CHAIN, "tasks")) {
      assertThat(map(task).get("depends_on"))
          .isEqualTo(before == null ? null : List.of(Map.of("task_key", before)));
      assertThat(at(task, "job_cluster_key")).isEqualTo("chain");
      MathscaleConfig config =
          Settings.load(
                  Documents.path("conf/cluster.conf").toFile(),
                  settings((List<?>) at(task, "spark_jar_task", "parameters")))
              .config();
      assertThat(config.model().apiKey().env()).isEqualTo("OPENAI_API_KEY");
      before = at(task, "task_key").toString();
    }
  }

  @Test
  void theInitScriptPutsTheJarAmongThoseOfTheNode() throws Exception {
    Path jar = Files.writeString(folder.resolve("mathscale-plugin.jar"), "jar");
    Path jars = Files.createDirectory(folder.resolve("jars"));

    assertThat(initScript(jar.toString(), jars)).isEqualTo(List.of("0"));
    assertThat(jars.resolve("mathscale-plugin.jar")).hasContent("jar");
  }

  @Test
  void theInitScriptEndsTheStartOfTheClusterWhereTheJarIsNotThere() throws Exception {
    String missing = folder.resolve("no.jar").toString();

    assertThat(initScript(missing, folder))
        .containsExactly("MATHSCALE_JAR must be the path of a job jar: " + missing, "1");
  }

  /** What the script says, and its exit code. */
  private static List<String> initScript(String jar, Path jars)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", Documents.path("conf/workflows/databricks-init.sh").toString())
            .redirectErrorStream(true);
    builder.environment().put("MATHSCALE_JAR", jar);
    builder.environment().put("DATABRICKS_JARS", jars.toString());
    Process process = builder.start();
    List<String> said =
        new ArrayList<>(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    said.add(String.valueOf(process.waitFor()));
    return said;
  }

  private static List<String> settings(List<?> parameters) {
    List<String> settings = new ArrayList<>();
    for (int i = 1; i < parameters.size(); i++) {
      if (parameters.get(i - 1).equals("--set")) {
        settings.add(parameters.get(i).toString());
      }
    }

    return settings;
  }

  private static Object at(Object node, String... path) {
    Object found = node;
    for (String key : path) {
      assertThat(map(found)).containsKey(key);
      found = map(found).get(key);
    }

    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
