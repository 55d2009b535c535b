package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the files in {@code docker} with what the build makes and the launcher takes. */
class DockerTest {
  private static final String DOCKERFILE =
      Documents.text("docker/Dockerfile").replace("\\\n", " ").replaceAll("(?m)^#.*\n", "");
  private static final String COMPOSE = Documents.text("docker/compose.yaml");

  /** What the build makes, by where it stands in the build stage. */
  private static final List<String> BUILD_OUTPUTS =
      List.of(
          "/mathscale",
          "/mathscale/target/s3a/",
          "/mathscale/generator-job/target/generator-job.jar",
          "/mathscale/graph-job/target/graph-job.jar",
          "/mathscale/eval-job/target/eval-job.jar");

  private static final int MOST_LINES = 80;

  @Test
  void everyInstructionIsOne() {
    assertThat(DOCKERFILE.lines().filter(line -> !line.isBlank()))
        .allMatch(line -> line.matches("(ARG|FROM|WORKDIR|COPY|RUN|ENV|USER|ENTRYPOINT|CMD) .+"));
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

    assertThat(copied).containsAll(Documents.modules()).contains("pom.xml", "mathscale", ".mvn");
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
    assertThat(services().keySet())
        .containsExactlyInAnyOrder("store", "teacher", "master", "worker", "chain");
    assertThat(COMPOSE).contains("dockerfile: docker/Dockerfile", "context: ..");
    assertThat(services().get("master")).contains("org.apache.spark.deploy.master.Master");
    assertThat(services().get("worker")).contains("org.apache.spark.deploy.worker.Worker");
    for (String ours : List.of("teacher", "master", "worker", "chain")) {
      assertThat(services().get(ours)).contains("<<: *mathscale");
    }
  }

  @Test
  void commandsOfComposeAreTheLaunchers() {
    assertThat(services().get("teacher")).contains("command: [teacher, ");
    assertThat(services().get("chain")).contains("    command:\n      - run\n      - --config\n");
    assertThat(Launcher.knows("teacher")).isTrue();
    assertThat(Launcher.knows("run")).isTrue();
    assertThat(Launcher.knows("dance")).isFalse();
  }

  @Test
  void theChainReachesTheOtherServicesByTheirNames() {
    List<String> hosts =
        Pattern.compile("(?:http|spark)://(\\w+):\\d+")
            .matcher(services().get("chain"))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(hosts).containsExactlyInAnyOrder("teacher", "master", "store");
    assertThat(services().keySet()).containsAll(hosts);
    assertThat(services().get("chain")).contains("driver.host=chain");
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

  /** The services by name, each with its lines. */
  private static Map<String, String> services() {
    Map<String, String> services = new LinkedHashMap<>();
    String all = COMPOSE.substring(COMPOSE.indexOf("\nservices:\n") + "\nservices:\n".length());
    for (MatchResult service :
        Pattern.compile("(?m)^  (\\w+):\n((?:(?:    .*)?\n)*)").matcher(all).results().toList()) {
      services.put(service.group(1), service.group(2));
    }

    return services;
  }
}
