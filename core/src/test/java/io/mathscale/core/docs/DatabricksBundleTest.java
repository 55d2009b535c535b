package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.CallsPlugin;
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

/**
 * Compares the asset bundle, read as YAML, with the chain and with the fields of bundles, and runs
 * its init script.
 *
 * @see <a href="https://github.com/databricks/cli/blob/main/bundle/schema/jsonschema.json">The
 *     schema of bundles, Databricks CLI</a>
 * @see <a href="https://docs.databricks.com/api/workspace/jobs/create">Jobs API 2.2</a>
 */
class DatabricksBundleTest {
  private static final String TEXT = Documents.text("conf/workflows/databricks/databricks.yml");
  private static final Object BUNDLE = yaml(TEXT);
  private static final Object VARIABLES =
      at(yaml(Documents.text("conf/workflows/databricks/values.yml")), "variables");
  private static final Object CHAIN = at(BUNDLE, "resources", "jobs", "chain");

  /** The fields that each kind of node may have, as far as an example may use them. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "bundle", Set.of("bundle", "include", "variables", "targets", "workspace", "resources"),
          "job", Set.of("name", "max_concurrent_runs", "job_clusters", "tasks", "timeout_seconds"),
          "job cluster", Set.of("job_cluster_key", "new_cluster"),
          "cluster",
              Set.of(
                  "spark_version",
                  "node_type_id",
                  "autoscale",
                  "num_workers",
                  "data_security_mode",
                  "init_scripts",
                  "spark_conf",
                  "spark_env_vars"),
          "task",
              Set.of(
                  "task_key",
                  "depends_on",
                  "max_retries",
                  "job_cluster_key",
                  "libraries",
                  "spark_jar_task"),
          "jar task", Set.of("main_class_name", "parameters"),
          "variable", Set.of("description", "default", "type", "lookup"));

  @TempDir private Path folder;

  @Test
  void itsValuesStandInAFileOfTheirOwn() {
    assertThat(at(BUNDLE, "include")).isEqualTo(List.of("values.yml"));
    assertThat(map(BUNDLE)).doesNotContainKey("variables");
  }

  @Test
  void hasFieldsThatDatabricksKnows() {
    requireFields("bundle", BUNDLE);
    requireFields("job", CHAIN);
    for (Object cluster : (List<?>) at(CHAIN, "job_clusters")) {
      requireFields("job cluster", cluster);
      requireFields("cluster", at(cluster, "new_cluster"));
    }

    for (Object task : (List<?>) at(CHAIN, "tasks")) {
      requireFields("task", task);
      requireFields("jar task", at(task, "spark_jar_task"));
    }

    map(VARIABLES).values().forEach(variable -> requireFields("variable", variable));
  }

  private static void requireFields(String kind, Object node) {
    assertThat(FIELDS.get(kind)).as(kind).containsAll(map(node).keySet());
  }

  @Test
  void eachValueThatIsUsedIsDefinedAndEachThatIsDefinedIsUsed() {
    Set<String> used =
        Pattern.compile("\\$\\{var\\.(\\w+)}")
            .matcher(TEXT)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(map(VARIABLES).keySet()).isEqualTo(used);
    for (Object variable : map(VARIABLES).values()) {
      assertThat(map(variable)).containsKeys("description", "default");
    }
  }

  @Test
  void runsOnBothRuntimesOfSpark4() {
    assertThat(at(VARIABLES, "runtime", "default")).isEqualTo("17.3.x-scala2.13");
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
  void eachTaskFollowsTheOneBeforeAndTheyAreTheChain() {
    List<Submission> submissions = new ArrayList<>();
    String before = null;
    for (Object task : (List<?>) at(CHAIN, "tasks")) {
      assertThat(map(task).get("depends_on"))
          .isEqualTo(before == null ? null : List.of(Map.of("task_key", before)));
      assertThat(at(task, "job_cluster_key")).isEqualTo("chain");
      submissions.add(submission(task));
      before = at(task, "task_key").toString();
    }

    assertThat(submissions).extracting(Submission::submit).isEqualTo(Launcher.chain());
    for (Submission submission : submissions) {
      assertThat(submission.option("--config")).isEqualTo("${var.files}/cluster.conf");
      assertThat(submission.config().model().apiKey().env()).isEqualTo("OPENAI_API_KEY");
    }
  }

  private static Submission submission(Object task) {
    return new Submission(
        at(((List<?>) at(task, "libraries")).get(0), "jar").toString(),
        at(task, "spark_jar_task", "main_class_name").toString(),
        ((List<?>) at(task, "spark_jar_task", "parameters"))
            .stream().map(Object::toString).toList(),
        Map.of());
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
        new ProcessBuilder(
                "bash", Documents.path("conf/workflows/databricks/databricks-init.sh").toString())
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

  private static Object yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
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
