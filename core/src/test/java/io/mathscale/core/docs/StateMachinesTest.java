package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.docs.StateMachine.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.emr.model.StepConfig;

/**
 * Compares what the state machines for EMR ask for with the chain, and with AWS's own classes of
 * requests, whose names Step Functions writes with a capital.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html">addStep</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html">startJobRun
 *     of EMR Serverless</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-eks.html">
 *     startJobRun of EMR on EKS</a>
 */
class StateMachinesTest {
  private static final String SYNC = "arn:aws:states:::%s.sync";

  @ParameterizedTest
  @ValueSource(strings = {"emr-ec2", "emr-serverless", "emr-eks"})
  void asksForTheChain(String kind) {
    Map<String, Object> values = StateMachine.json("conf/workflows/" + kind + "/values.json");
    List<Submission> submissions = submissions(kind, values);

    assertThat(submissions).extracting(Submission::submit).isEqualTo(Launcher.chain());
    for (Submission submission : submissions) {
      submission.requirePluginAndKeys(values.get("keys"));
      assertThat(submission.option("--config")).isEqualTo(values.get("config"));
      assertThat(submission.jar()).startsWith(values.get("jars") + "/");
      assertThat(submission.conf()).containsKeys("spark.executor.memory", "spark.driver.memory");
      assertThat(submission.config()).isNotNull();
    }
  }

  /** By the state machine alone, which looks at the step before: YARN would do so at once. */
  @Test
  void yarnStartsNothingAgain() {
    Map<String, Object> values = StateMachine.json("conf/workflows/emr-ec2/values.json");

    assertThat(submissions("emr-ec2", values))
        .isNotEmpty()
        .allSatisfy(
            submission ->
                assertThat(submission.conf()).containsEntry("spark.yarn.maxAppAttempts", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emr-ec2", "emr-serverless", "emr-eks"})
  void everyValueIsUsedAndEveryUsedOneIsThere(String kind) {
    String machine = Documents.text("conf/workflows/" + kind + "/state-machine.json");
    Set<String> used =
        Pattern.compile("\\$(?:values|states\\.input)\\.(\\w+)")
            .matcher(machine)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(StateMachine.json("conf/workflows/" + kind + "/values.json").keySet())
        .containsExactlyInAnyOrderElementsOf(used);
  }

  private static List<Submission> submissions(String kind, Map<String, Object> values) {
    List<Submission> submissions = new ArrayList<>();
    for (Request request :
        StateMachine.requests("conf/workflows/" + kind + "/state-machine.json", values)) {
      submissions.add(READERS.get(kind).apply(request));
    }

    return submissions;
  }

  private static final Map<String, Function<Request, Submission>> READERS =
      Map.of(
          "emr-ec2", StateMachinesTest::step,
          "emr-serverless", StateMachinesTest::serverless,
          "emr-eks", StateMachinesTest::onEks);

  private static Submission step(Request request) {
    assertThat(request.resource()).isEqualTo(SYNC, "elasticmapreduce:addStep");
    assertThat(request.arguments()).containsOnlyKeys("ClusterId", "Step");
    Map<String, Object> step = map(request.arguments().get("Step"));
    requireFits(StepConfig.builder(), step);
    assertThat(step).containsKeys("Name", "HadoopJarStep");
    Map<String, Object> jar = map(step.get("HadoopJarStep"));
    assertThat(jar.get("Jar")).isEqualTo("command-runner.jar");
    List<String> words = words(jar.get("Args"));
    assertThat(words).startsWith("spark-submit");
    return Submission.of(words.subList(1, words.size()));
  }

  private static Submission serverless(Request request) {
    assertThat(request.resource()).isEqualTo(SYNC, "emr-serverless:startJobRun");
    requireFits(
        software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest.builder(),
        request.arguments());
    assertThat(request.arguments()).containsKeys("ApplicationId", "ExecutionRoleArn");
    return ofDriver(map(map(request.arguments().get("JobDriver")).get("SparkSubmit")));
  }

  private static Submission onEks(Request request) {
    assertThat(request.resource()).isEqualTo(SYNC, "emr-containers:startJobRun");
    requireFits(
        software.amazon.awssdk.services.emrcontainers.model.StartJobRunRequest.builder(),
        request.arguments());
    assertThat(request.arguments())
        .containsKeys("VirtualClusterId", "ExecutionRoleArn", "ReleaseLabel");
    return ofDriver(map(map(request.arguments().get("JobDriver")).get("SparkSubmitJobDriver")));
  }

  private static Submission ofDriver(Map<String, Object> driver) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(driver.get("SparkSubmitParameters").toString().split(" +", -1)));
    words.add(driver.get("EntryPoint").toString());
    words.addAll(words(driver.get("EntryPointArguments")));
    return Submission.of(words);
  }

  /** That each name is one of the request's, with a value of its type. */
  private static void requireFits(SdkPojo request, Map<String, Object> json) {
    Map<String, SdkField<?>> fields =
        request.sdkFields().stream()
            .collect(Collectors.toMap(field -> capital(field.memberName()), Function.identity()));
    json.forEach(
        (name, value) -> {
          assertThat(fields).containsKey(name);
          SdkField<?> field = fields.get(name);
          if (field.marshallingType() == MarshallingType.SDK_POJO) {
            requireFits(field.constructor().get(), map(value));
          } else {
            assertThat(field.marshallingType()).as(name).isEqualTo(typeOf(value));
          }
        });
  }

  private static MarshallingType<?> typeOf(Object value) {
    if (value instanceof List<?>) {
      return MarshallingType.LIST;
    }

    return value instanceof Number ? MarshallingType.LONG : MarshallingType.STRING;
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<String> words(Object list) {
    return ((List<?>) list).stream().map(Object::toString).toList();
  }

  @SuppressWarnings("unchecked") // objects of JSON
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
