package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.calls.CallsPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares {@code conf/workflows} with the chain that the launcher runs. */
class WorkflowsTest {
  private static final List<Launcher.Submit> CHAIN = Launcher.chain();

  /** Longer, an example hides what matters. */
  private static final int MOST_LINES = 130;

  @Test
  void theChainIsThatOfTheLauncher() {
    assertThat(CHAIN).hasSize(5);
    assertThat(CHAIN.get(2).commands()).containsExactly("build", "compose");
  }

  @Test
  void emrStepsAreTheChain() throws JsonProcessingException {
    JsonNode steps = new ObjectMapper().readTree(Documents.text("conf/workflows/emr-steps.json"));

    List<Launcher.Submit> submits = new ArrayList<>();
    for (JsonNode step : steps) {
      List<String> arguments = new ArrayList<>();
      step.get("Args").forEach(argument -> arguments.add(argument.textValue()));
      int jar = indexOfJar(arguments);
      submits.add(
          new Launcher.Submit(
              arguments.get(jar).replaceAll(".*/(.*)\\.jar", "$1"),
              arguments.get(arguments.indexOf("--class") + 1),
              arguments.subList(jar + 1, arguments.indexOf("--config"))));
      assertThat(arguments).startsWith("spark-submit").contains(plugin("="));
      assertThat(step.get("Jar").textValue()).isEqualTo("command-runner.jar");
    }

    assertThat(submits).isEqualTo(CHAIN);
  }

  private static int indexOfJar(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).endsWith("-job.jar")) {
        return i;
      }
    }

    throw new AssertionError("A step must name a job jar: " + arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"databricks.yml", "spark-application.yaml", "airflow_dag.py"})
  void othersNameJarsMainClassesAndCommandsOfTheChainInItsOrder(String file) {
    String text = withoutComments(Documents.text("conf/workflows/" + file));

    assertThat(found(text, "\\b([a-z]+-job)\\.jar"))
        .isEqualTo(CHAIN.stream().map(Launcher.Submit::job).toList());
    assertThat(found(text, "\\b(io\\.mathscale\\.[a-z]+\\.[A-Za-z]+Job)\\b"))
        .isEqualTo(CHAIN.stream().map(Launcher.Submit::main).toList());
    assertThat(found(text, "\\[((?:\"?[a-z]+\"?(?:, |(?=])))+)(?:--config|])"))
        .map(list -> List.of(list.replace("\"", "").split(",\\s*")))
        .containsAll(CHAIN.stream().map(Launcher.Submit::commands).toList());
  }

  @Test
  void theEngineIsSharedWhereTheSessionCanLoadIt() {
    assertThat(Documents.text("conf/workflows/spark-application.yaml")).contains(plugin(": "));
    assertThat(Documents.text("conf/workflows/airflow_dag.py"))
        .contains(CallsPlugin.class.getName());
  }

  @Test
  void eachIsSmallAndYamlHasNoTabs() {
    for (String file :
        List.of("databricks.yml", "spark-application.yaml", "airflow_dag.py", "emr-steps.json")) {
      String text = Documents.text("conf/workflows/" + file);

      assertThat(text.lines().count()).as(file).isLessThan(MOST_LINES);
      assertThat(text).as(file).doesNotContain("\t");
    }
  }

  @Test
  void theLauncherSubmitsTheSameMainClasses() {
    String launcher = Documents.text("mathscale");

    for (Map.Entry<String, String> main : Launcher.MAIN_CLASSES.entrySet()) {
      assertThat(launcher).contains("submit " + main.getKey() + " " + main.getValue());
    }
  }

  private static String plugin(String sign) {
    return "spark.plugins" + sign + CallsPlugin.class.getName();
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?m)(^|\\s)#.*$", "");
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1).strip())
        .toList();
  }
}
