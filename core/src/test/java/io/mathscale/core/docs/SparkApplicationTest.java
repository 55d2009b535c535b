package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.Settings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Compares the file for Kubernetes, read as YAML, with the fields of the operator's resource.
 *
 * @see <a
 *     href="https://github.com/kubeflow/spark-operator/blob/master/api/v1beta2/sparkapplication_types.go">
 *     SparkApplicationSpec, DriverSpec and ExecutorSpec of v1beta2, Kubeflow Spark operator 2.x</a>
 */
class SparkApplicationTest {
  /** Of the fields those without which an application is refused. */
  private static final Set<String> NEEDED =
      Set.of("type", "sparkVersion", "mainApplicationFile", "driver", "executor");

  private static final Set<String> SPEC =
      Set.of(
          "type",
          "sparkVersion",
          "mode",
          "image",
          "imagePullPolicy",
          "imagePullSecrets",
          "mainClass",
          "mainApplicationFile",
          "arguments",
          "sparkConf",
          "hadoopConf",
          "volumes",
          "driver",
          "executor",
          "deps",
          "restartPolicy",
          "nodeSelector",
          "monitoring",
          "timeToLiveSeconds",
          "dynamicAllocation");

  private static final Set<String> DRIVER =
      Set.of("cores", "memory", "memoryOverhead", "serviceAccount", "env", "envFrom", "labels");
  private static final Set<String> EXECUTOR =
      Set.of("cores", "memory", "memoryOverhead", "instances", "env", "envFrom", "labels");

  private static final List<Map<String, Object>> APPLICATIONS = applications();

  private static List<Map<String, Object>> applications() {
    List<Map<String, Object>> applications = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(Documents.text("conf/workflows/spark-application.yaml"))
        .forEach(application -> applications.add(map(application)));
    return applications;
  }

  @Test
  void eachIsAnApplicationWithFieldsThatTheOperatorKnows() {
    assertThat(APPLICATIONS).hasSize(5);
    for (Map<String, Object> application : APPLICATIONS) {
      Map<String, Object> spec = map(application.get("spec"));

      assertThat(application.keySet())
          .containsExactlyInAnyOrder("apiVersion", "kind", "metadata", "spec");
      assertThat(application.get("apiVersion")).isEqualTo("sparkoperator.k8s.io/v1beta2");
      assertThat(application.get("kind")).isEqualTo("SparkApplication");
      assertThat(SPEC).containsAll(spec.keySet());
      assertThat(spec.keySet()).containsAll(NEEDED);
      assertThat(spec.get("type")).isEqualTo("Java");
      assertThat(spec.get("mode")).isEqualTo("cluster");
      assertThat(map(spec.get("restartPolicy")).get("type")).isEqualTo("Never");
      assertThat(DRIVER).containsAll(map(spec.get("driver")).keySet());
      assertThat(EXECUTOR).containsAll(map(spec.get("executor")).keySet());
    }
  }

  @Test
  void theVersionOfSparkIsThatOfTheImage() {
    String image = Documents.text("docker/Dockerfile");

    for (Map<String, Object> application : APPLICATIONS) {
      Object version = map(application.get("spec")).get("sparkVersion");
      assertThat(image).contains("apache/spark:" + version + "-");
    }
  }

  @Test
  void eachIsChosenByALabelOfItsOwnName() {
    for (Map<String, Object> application : APPLICATIONS) {
      Map<String, Object> metadata = map(application.get("metadata"));
      assertThat(metadata.get("name"))
          .isEqualTo("mathscale-" + map(metadata.get("labels")).get("step"));
    }
  }

  @Test
  void theConfigurationStandsOnTheImageAndEverySettingIsKnown() {
    for (Map<String, Object> application : APPLICATIONS) {
      List<?> arguments = (List<?>) map(application.get("spec")).get("arguments");
      List<String> settings = new ArrayList<>();
      for (int i = 1; i < arguments.size(); i++) {
        if (arguments.get(i - 1).equals("--set")) {
          settings.add(arguments.get(i).toString());
        }
      }

      String file = arguments.get(arguments.indexOf("--config") + 1).toString();
      assertThat(file).startsWith("/opt/mathscale/");
      String here = file.substring("/opt/mathscale/".length());
      assertThat(Files.exists(Documents.path(here))).as(file).isTrue();
      assertThat(Settings.load(Documents.path(here).toFile(), settings).config()).isNotNull();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
