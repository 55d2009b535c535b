package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the resources for Kubernetes, once their values are in place, with the chain and with
 * the fields of the operator's resource.
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

  private static final String FOLDER = "conf/workflows/kubernetes";
  private static final List<Map<String, Object>> APPLICATIONS = Kustomization.built(FOLDER);
  private static final Map<String, Object> VALUES =
      map(Kustomization.documents(Documents.text(FOLDER + "/values.yaml")).get(0).get("data"));

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
  void theyAreTheChain() {
    List<Submission> submissions =
        APPLICATIONS.stream().map(application -> submission(map(application.get("spec")))).toList();

    assertThat(submissions).extracting(Submission::submit).isEqualTo(Launcher.chain());
    for (Submission submission : submissions) {
      submission.requirePluginAndKeys(VALUES.get("keys"));
      assertThat(submission.option("--config")).isEqualTo(VALUES.get("config"));
      assertThat(submission.jar()).startsWith("local:///opt/mathscale/jars/");
      assertThat(submission.config()).isNotNull();
    }
  }

  private static Submission submission(Map<String, Object> spec) {
    Map<String, String> conf = new TreeMap<>();
    map(spec.get("sparkConf")).forEach((key, value) -> conf.put(key, value.toString()));
    map(spec.get("hadoopConf"))
        .forEach((key, value) -> conf.put("spark.hadoop." + key, value.toString()));
    return new Submission(
        spec.get("mainApplicationFile").toString(),
        spec.get("mainClass").toString(),
        ((List<?>) spec.get("arguments")).stream().map(Object::toString).toList(),
        conf);
  }

  @Test
  void everyValueComesToItsPlace() {
    assertThat(Kustomization.sources(FOLDER))
        .isEqualTo(
            VALUES.keySet().stream()
                .map(name -> "data." + name)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(APPLICATIONS.toString()).doesNotContain("VALUE");
    Map<String, Object> accept = map(APPLICATIONS.get(3).get("spec"));
    assertThat(accept.get("image")).isEqualTo(VALUES.get("image"));
    assertThat(map(accept.get("driver")).get("serviceAccount"))
        .isEqualTo(VALUES.get("serviceAccount"));
    assertThat(APPLICATIONS)
        .extracting(application -> map(map(application.get("spec")).get("executor")))
        .extracting(executor -> executor.get("instances"))
        .containsExactly(2, 16, 2, 16, 16);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
