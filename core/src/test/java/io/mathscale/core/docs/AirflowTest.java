package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the Airflow file, as Python itself parses it, with what Airflow's own classes take.
 *
 * @see <a
 *     href="https://github.com/apache/airflow/tree/main/providers/apache/spark/src/airflow/providers/apache/spark/operators/spark_submit.py">
 *     SparkSubmitOperator of apache-airflow-providers-apache-spark 5.4.0</a>
 * @see <a href="https://airflow.apache.org/docs/apache-airflow/3.0.0/core-concepts/dags.html">DAG
 *     of Airflow 3.0</a>
 */
class AirflowTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where each class of Airflow comes from, and those of its arguments that an example may use. */
  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "airflow.DAG",
          List.of("dag_id", "schedule", "start_date", "catchup", "max_active_runs", "default_args"),
          "airflow.providers.apache.spark.operators.spark_submit.SparkSubmitOperator",
          List.of(
              "task_id",
              "conn_id",
              "application",
              "java_class",
              "conf",
              "application_args",
              "files",
              "jars",
              "packages",
              "name",
              "deploy_mode",
              "num_executors",
              "executor_cores",
              "executor_memory",
              "driver_memory"));

  private static final String SCRIPT =
      """
      import ast, json, sys
      tree = ast.parse(open(sys.argv[1]).read(), sys.argv[1])
      names, calls = {}, []
      for node in ast.walk(tree):
          if isinstance(node, ast.ImportFrom):
              for alias in node.names:
                  names[alias.name] = node.module + "." + alias.name
      for node in ast.walk(tree):
          if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
              calls.append({"name": names.get(node.func.id, node.func.id),
                            "positional": len(node.args),
                            "keywords": [keyword.arg for keyword in node.keywords]})
      print(json.dumps({"imports": sorted(names.values()), "calls": calls}))
      """;

  /** Runs the file with classes in place of Airflow's that write down what they are given. */
  private static final String RUN =
      """
      import json, runpy, sys, types
      tasks, order = [], []
      class Dag:
          def __init__(self, **given): pass
          def __enter__(self): return self
          def __exit__(self, *failure): pass
      class Operator:
          def __init__(self, **given):
              self.name = given["task_id"]
              tasks.append(given)
          def __rshift__(self, other): order.append(self.name + " " + other.name)
      path = "airflow.providers.apache.spark.operators.spark_submit".split(".")
      for i in range(len(path)):
          name = ".".join(path[:i + 1])
          sys.modules[name] = types.ModuleType(name)
      sys.modules["airflow"].DAG = Dag
      sys.modules[name].SparkSubmitOperator = Operator
      runpy.run_path(sys.argv[1])
      print(json.dumps({"tasks": tasks, "order": order}))
      """;

  private static final String FOLDER = "conf/workflows/airflow/";

  private static JsonNode parsed;

  @BeforeAll
  static void parse() throws IOException, InterruptedException {
    assumeTrue(hasPython(), "python3 must be on the PATH to parse the file for Airflow");
    parsed = python(SCRIPT);
  }

  private static JsonNode python(String script) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(
                "python3", "-c", script, Documents.path(FOLDER + "mathscale_dag.py").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(said).isZero();
    return JSON.readTree(said);
  }

  private static boolean hasPython() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> new File(folder, "python3").canExecute());
  }

  @Test
  void importsClassesOfAirflowThatAreThereAndNoOthers() {
    assertThat(parsed.get("imports"))
        .extracting(JsonNode::asText)
        .filteredOn(name -> name.startsWith("airflow."))
        .containsExactlyInAnyOrderElementsOf(ARGUMENTS.keySet());
  }

  @Test
  void givesThemArgumentsThatTheyTake() {
    for (JsonNode call : parsed.get("calls")) {
      List<String> taken = ARGUMENTS.get(call.get("name").asText());
      if (taken != null) {
        assertThat(call.get("positional").asInt()).isZero();
        assertThat(call.get("keywords"))
            .isNotEmpty()
            .allMatch(keyword -> taken.contains(keyword.asText()));
      }
    }

    assertThat(parsed.get("calls"))
        .extracting(call -> call.get("name").asText())
        .containsAll(ARGUMENTS.keySet());
  }

  @Test
  void startsTheChainWithTheValuesOfItsFile() throws IOException, InterruptedException {
    JsonNode ran = python(RUN);
    Map<String, Object> values = StateMachine.json(FOLDER + "values.json");
    List<Submission> submissions = new ArrayList<>();
    for (JsonNode task : ran.get("tasks")) {
      submissions.add(
          new Submission(
              task.get("application").asText(),
              task.get("java_class").asText(),
              JSON.convertValue(task.get("application_args"), new TypeReference<>() {}),
              JSON.convertValue(task.get("conf"), new TypeReference<>() {})));
    }

    assertThat(submissions).extracting(Submission::submit).isEqualTo(Launcher.chain());
    for (Submission submission : submissions) {
      submission.requirePluginAndKeys(values.get("keys"));
      assertThat(submission.option("--config")).isEqualTo(values.get("config"));
      assertThat(submission.jar()).startsWith(values.get("home") + "/");
      assertThat(submission.conf()).containsKeys("spark.executor.memory", "spark.driver.memory");
      assertThat(submission.config()).isNotNull();
    }

    assertThat(ran.get("order"))
        .extracting(JsonNode::asText)
        .containsExactly("prepare extract", "extract graph", "graph accept", "accept evaluate");
  }

  @Test
  void everyValueIsUsed() {
    String text = Documents.text(FOLDER + "mathscale_dag.py");

    assertThat(StateMachine.json(FOLDER + "values.json").keySet())
        .allMatch(name -> text.contains("VALUES[\"" + name) || text.contains("VALUES['" + name));
  }
}
