package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the files in {@code docker} with what the build makes and the launcher takes. */
class DockerTest {
  private static final String DOCKERFILE =
      Documents.text("docker/Dockerfile").replace("\\\n", " ").replaceAll("(?m)^#.*\n", "");
  private static final String COMPOSE = Documents.text("docker/compose.yaml");
  private static final Map<String, Object> SERVICES =
      map(Kustomization.documents(COMPOSE).get(0).get("services"));

  /** What the build makes, by where it stands in the build stage. */
  private static final List<String> BUILD_OUTPUTS =
      List.of(
          "/mathscale",
          "/mathscale/target/s3a/",
          "/mathscale/generator-job/target/generator-job.jar",
          "/mathscale/graph-job/target/graph-job.jar",
          "/mathscale/eval-job/target/eval-job.jar");

  private static final int MOST_LINES = 80;

  /** A dependency of the AWS SDK that the parent gives to tests alone. */
  private static final Pattern TESTED_SDK =
      Pattern.compile(
          "<groupId>software.amazon.awssdk</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "\\s*<version>[^<]+</version>\\s*<scope>test</scope>");

  @Test
  void everyInstructionIsOne() {
    assertThat(DOCKERFILE.lines().filter(line -> !line.isBlank()))
        .allMatch(line -> line.matches("(ARG|FROM|WORKDIR|COPY|RUN|ENV|USER|ENTRYPOINT|CMD) .+"));
  }

  /** The scope of a managed dependency holds for what the S3 client of the image brings, too. */
  @Test
  void theS3ClientLacksNothingThatTestsShareWithIt() {
    assertThat(TESTED_SDK.matcher(Documents.text("pom.xml")).results())
        .isNotEmpty()
        .extracting(found -> found.group(1))
        .allMatch(artifact -> artifact.startsWith("emr"));
  }

  @Test
  void everyFileThatIsCopiedIsThere() {
    List<String> copied = new ArrayList<>();
    for (String[] words : instructions("COPY")) {
      boolean isFromBuild = words[1].equals("--from=build");
      for (String source : Arrays.copyOfRange(words, isFromBuild ? 2 : 1, words.length - 1)) {
        copied.add(source);
        if (isFromBuild) {
          assertThat(BUILD_OUTPUTS).contains(source);
        } else {
          assertThat(Files.exists(Documents.path(source))).as(source).isTrue();
        }
      }
    }

    assertThat(copied)
        .containsAll(Documents.modules())
        .contains("pom.xml", "mathscale", ".mvn", "LICENSE", "NOTICE");
  }

  @Test
  void versionsAreThoseOfTheBuild() {
    String pom = Documents.text("pom.xml");

    assertThat(DOCKERFILE).contains("hadoop-aws:" + property(pom, "hadoop.version") + " ");
    assertThat(DOCKERFILE)
        .contains(
            "apache/spark:"
                + property(pom, "spark.version")
                + "-scala"
                + property(pom, "scala.suffix"));
    assertThat(DOCKERFILE).contains("SPARK_SCALA_VERSION=" + property(pom, "scala.suffix"));
  }

  @Test
  void everyImageHasItsVersionInOnePlaceAndNoneIsRunByRoot() {
    List<String> images = new ArrayList<>();
    for (String[] words : instructions("ARG")) {
      String[] named = words[1].split("=", 2);
      images.add("${" + named[0] + "}");
      assertThat(named[1]).as("to its patch").matches("[\\w/-]+:\\d+\\.\\d+\\.\\d+[\\w.-]*");
    }

    assertThat(instructions("FROM")).extracting(words -> words[1]).isEqualTo(images);
    for (String stage : DOCKERFILE.split("(?m)^FROM ", -1)) {
      if (stage.contains(" AS kubernetes") || stage.contains(" AS launcher")) {
        assertThat(stage).containsPattern("(?m)^USER (185|mathscale)$");
      }
    }
  }

  @Test
  void theImageHoldsWhatTheLauncherLooksFor() {
    String launcher = Documents.text("mathscale");

    assertThat(launcher)
        .contains("assembled=${SPARK_HOME:-$home/target/spark}")
        .contains("is_assembled() { [ -f \"$1/complete\" ]; }");
    assertThat(launcher)
        .contains("-f docker/spark/pom.xml -Dspark.assembly=\"$assembled\" package");
    assertThat(DOCKERFILE)
        .contains("-f docker/spark/pom.xml -Dspark.assembly=/mathscale/target/spark package")
        .contains("touch target/spark/complete")
        .contains("ENTRYPOINT [\"./mathscale\"]");
  }

  @Test
  void composeHasMasterWorkersStoreTeacherAndChain() {
    assertThat(SERVICES.keySet())
        .containsExactlyInAnyOrder("store", "teacher", "master", "worker", "chain");
    assertThat(words("master", "entrypoint")).contains("org.apache.spark.deploy.master.Master");
    assertThat(words("worker", "entrypoint")).contains("org.apache.spark.deploy.worker.Worker");
    for (String ours : List.of("teacher", "master", "worker", "chain")) {
      assertThat(service(ours))
          .containsEntry("image", "mathscale")
          .containsEntry("build", Map.of("context", "..", "dockerfile", "docker/Dockerfile"));
    }

    assertThat(service("store"))
        .containsEntry(
            "image", "adobe/s3mock:" + property(Documents.text("pom.xml"), "s3mock.version"));
  }

  @Test
  void commandsOfComposeAreTheLaunchers() {
    assertThat(words("teacher", "command")).startsWith("teacher");
    assertThat(words("chain", "command")).startsWith("run", "--config", "conf/demo.conf");
    assertThat(Launcher.knows("teacher")).isTrue();
    assertThat(Launcher.knows("run")).isTrue();
    assertThat(Launcher.knows("dance")).isFalse();
  }

  @Test
  void theChainSetsKeysThatAreKnown() {
    MathscaleConfig config =
        Settings.load(Documents.path("conf/demo.conf").toFile(), options("--set")).config();

    assertThat(config.workspace()).isEqualTo("s3a://mathscale/demo");
    assertThat(words("chain", "command"))
        .hasSize(3 + 2 * (options("--set").size() + options("--spark").size()));
  }

  @Test
  void theChainReachesTheOtherServicesByTheirNames() {
    List<String> hosts =
        Pattern.compile("(?:http|spark)://(\\w+):\\d+")
            .matcher(words("chain", "command").toString())
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(hosts).containsExactlyInAnyOrder("teacher", "master", "store");
    assertThat(SERVICES.keySet()).containsAll(hosts);
    assertThat(options("--spark")).contains("driver.host=chain");
  }

  @Test
  void whatOthersDependOnIsWaitedForUntilItsPortAnswers() {
    assertThat(map(service("chain").get("depends_on")).keySet())
        .containsExactlyInAnyOrder("store", "teacher", "worker");
    assertThat(map(service("worker").get("depends_on")).keySet()).containsExactly("master");
    Map<String, String> ports =
        Map.of("store", "9090", "teacher", "8089", "master", "8080", "worker", "8081");
    ports.forEach(
        (name, port) -> {
          List<?> test = (List<?>) map(service(name).get("healthcheck")).get("test");
          assertThat(test.get(0)).isEqualTo("CMD");
          assertThat(test.get(test.size() - 1).toString()).contains("127.0.0.1").contains(port);
        });
    for (String name : List.of("chain", "worker")) {
      assertThat(map(service(name).get("depends_on")).values())
          .containsOnly(Map.of("condition", "service_healthy"));
    }
  }

  @Test
  void bothAreSmall() {
    assertThat(Documents.text("docker/Dockerfile").lines().count()).isLessThan(MOST_LINES);
    assertThat(COMPOSE.lines().count()).isLessThan(MOST_LINES);
    assertThat(COMPOSE).doesNotContain("\t");
  }

  private static List<String[]> instructions(String name) {
    return DOCKERFILE
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.split("\\s+", -1))
        .toList();
  }

  private static String property(String pom, String name) {
    return pom.replaceAll("(?s).*<" + Pattern.quote(name) + ">(.*?)<.*", "$1");
  }

  private static Map<String, Object> service(String name) {
    return map(SERVICES.get(name));
  }

  private static List<String> words(String service, String key) {
    return ((List<?>) service(service).get(key)).stream().map(Object::toString).toList();
  }

  /** The values of an option of the chain that may be repeated. */
  private static List<String> options(String name) {
    List<String> command = words("chain", "command");
    return IntStream.range(1, command.size())
        .filter(i -> command.get(i - 1).equals(name))
        .mapToObj(command::get)
        .toList();
  }

  @SuppressWarnings("unchecked") // objects of YAML
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }
}
