package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small copy of the repository, with scripts in place of Maven and Java. */
class LauncherScriptTest {
  private static final List<String> JARS =
      List.of("graph-job", "generator-job", "eval-job", "teacher");

  /** Makes the jars of the sources, and writes down that it did. */
  private static final String MVN =
      """
      #!/usr/bin/env bash
      echo "mvn $*" >>"$CALLS"
      while [ -n "${GATE:-}" ] && [ ! -e "$GATE" ]; do sleep 0.02; done
      for word in "$@"; do
        case $word in -Dspark.assembly=*) mkdir -p "${word#*=}/jars"; exit ;; esac
      done
      for jar in graph-job generator-job eval-job teacher; do
        mkdir -p $jar/target
        cat core/src/main/X.java >$jar/target/$jar.jar
      done
      """;

  /** Writes down its arguments, and ends as a test says. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "java $*" >>"$CALLS"
      for word in "$@"; do
        case $word in
          look) exit "${LOOK_STATUS:-0}" ;;
          -XX:ArchiveClassesAtExit=*) printf x >"${word#*=}" ;;
        esac
      done
      """;

  private static final String SUBMIT =
      """
      #!/usr/bin/env bash
      echo "spark-submit $*" >>"$CALLS"
      """;

  @TempDir private Path folder;
  private Path home;
  private Path calls;

  @BeforeEach
  void makeRepository() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    calls = folder.resolve("calls");
    copy("mathscale");
    copy("conf/spark/spark-defaults.conf");
    copy("conf/spark/log4j2.properties");
    copy("conf/spark/java.options");
    write("pom.xml", "<version>1</version>");
    write("core/pom.xml", "core");
    write("core/src/main/X.java", "class X {}");
    write("conf/reference.conf", "seed = 42");
    write("conf/prompts/extract.mustache", "What?");
    script("mvn", MVN);
    script("java", JAVA);
  }

  @Test
  void buildsWhereNoJarStands() throws IOException, InterruptedException {
    run("extract");

    assertThat(calls("mvn")).first().asString().contains("-DskipTests package");
  }

  @Test
  void buildsOnce() throws IOException, InterruptedException {
    run("extract");
    forget();

    run("extract");

    assertThat(calls("mvn")).isEmpty();
  }

  @Test
  void aCopyIsNotBuiltAgain() throws IOException, InterruptedException {
    run("extract");
    forget();
    Path copy = folder.resolve("copy");
    copyFolder(home, copy);
    Files.writeString(copy.resolve("core/src/main/X.java"), "class X {}");
    home = copy;

    run("extract");

    assertThat(calls("mvn")).isEmpty();
  }

  @Test
  void buildsWhereASourceChanged() throws IOException, InterruptedException {
    for (String source :
        List.of("core/src/main/X.java", "core/pom.xml", "conf/reference.conf", "pom.xml")) {
      run("extract");
      forget();
      write(source, "changed");

      run("extract");

      assertThat(calls("mvn")).as(source).hasSize(1);
    }
  }

  /** More than a pipe holds: whoever reads the first alone must not end the others. */
  @Test
  void buildsWhereManySourcesAreNewerThanTheJars() throws IOException, InterruptedException {
    run("extract");
    forget();
    for (int i = 0; i < 1_500; i++) {
      write("core/src/main/%060d.java".formatted(i), "class");
    }

    run("extract");

    assertThat(calls("mvn")).hasSize(1);
  }

  @Test
  void buildsWhereASourceCameOrWent() throws IOException, InterruptedException {
    run("extract");
    forget();
    write("conf/prompts/new.mustache", "New?");

    run("extract");
    assertThat(calls("mvn")).hasSize(1);
    forget();

    Files.delete(home.resolve("conf/prompts/new.mustache"));
    run("extract");
    assertThat(calls("mvn")).hasSize(1);
  }

  @Test
  void jarsThatMavenMadeAloneAreTakenWhereTheyAreNewer() throws IOException, InterruptedException {
    build();

    run("extract");
    assertThat(calls("mvn")).noneMatch(call -> call.contains("-DskipTests"));
    forget();

    run("extract");
    assertThat(calls("mvn")).isEmpty();
  }

  @Test
  void assemblesASparkAndItsArchiveOnce() throws IOException, InterruptedException {
    run("extract");
    assertThat(calls("mvn")).last().asString().contains("docker/spark/pom.xml");
    assertThat(calls("java")).first().asString().contains("-XX:ArchiveClassesAtExit=");
    forget();

    run("extract");
    assertThat(calls("mvn")).isEmpty();
    assertThat(calls("java"))
        .singleElement()
        .asString()
        .contains("-XX:SharedArchiveFile=" + home.resolve("target/spark/classes-"))
        .contains("-Xmx3g")
        .endsWith(
            "io.mathscale.core.command.CommandLauncher submit"
                + " --conf spark.plugins=io.mathscale.core.calls.CallsPlugin"
                + " --class io.mathscale.generator.GeneratorJob "
                + home.resolve("generator-job/target/generator-job.jar")
                + " extract");
  }

  @Test
  void settingsOfTheDriverAreThoseOfItsProcess() throws IOException, InterruptedException {
    run(
        "build",
        "--spark",
        "driver.memory=2g",
        "--spark",
        "driver.extraClassPath=/x.jar",
        "--spark",
        "spark.driver.extraJavaOptions=-Da=b -Dc=d",
        "--set",
        "seed=1");

    assertThat(calls("java"))
        .last()
        .asString()
        .contains("-Xmx2g", "-Da=b -Dc=d", "-cp /x.jar:")
        .contains("--conf spark.driver.memory=2g")
        .endsWith("graph-job.jar build --set seed=1");
  }

  @Test
  void settingsOfSparksFileAreReadAsSparkReadsThem() throws IOException, InterruptedException {
    for (String line :
        List.of(
            "spark.driver.memory 3g\n",
            "spark.driver.memory=3g\n",
            "  spark.driver.memory = 3g \r\n",
            "spark.driver.memory\t:3g\n",
            "spark.driver.memory \\\n    3g\n",
            "spark.driver.memory 2g\n#spark.driver.memory 4g\nspark.driver.memory 3g")) {
      write("conf/spark/spark-defaults.conf", line);

      run("build");

      assertThat(calls("java")).last().asString().as(line).contains(" -Xmx3g ");
    }

    write("conf/spark/spark-defaults.conf", "spark.driver.extraJavaOptions=-Da=b -Dc=d:e");

    run("build");

    assertThat(calls("java")).last().asString().contains(" -Xmx1g ", " -Da=b -Dc=d:e ");
  }

  @Test
  void jarsAndPluginsStandBesideTheLaunchersOwn() throws IOException, InterruptedException {
    run("run", "--spark", "jars=/x.jar", "--spark", "plugins=a.B", "--spark", "spark.jars=/y.jar");

    assertThat(calls("java"))
        .last()
        .asString()
        .contains("--conf spark.plugins=io.mathscale.core.calls.CallsPlugin,a.B ")
        .containsPattern("--conf spark\\.jars=\\S+/graph-job\\.jar,\\S*/x\\.jar,/y\\.jar ");
    forget();

    run("build", "--spark", "jars=/x.jar");

    assertThat(calls("java")).last().asString().contains("--conf spark.jars=/x.jar ");
  }

  @Test
  void looksStartNoSpark() throws IOException, InterruptedException {
    run("extract");
    forget();

    assertThat(run("cat", "pairs", "--count")).isZero();

    assertThat(calls("java"))
        .singleElement()
        .asString()
        .contains("-XX:TieredStopAtLevel=1")
        .contains("CommandLauncher look ")
        .endsWith(" cat pairs --count");
  }

  @Test
  void aLookThatNeedsSparkGetsIt() throws IOException, InterruptedException {
    run("extract");
    forget();

    run(Map.of("LOOK_STATUS", "64"), "cat", "pairs", "--columns", "a.b");

    assertThat(calls("java")).hasSize(2);
    assertThat(calls("java")).last().asString().contains("CommandLauncher submit ");
    forget();

    run("cat", "pairs", "--where", "a = 1");

    assertThat(calls("java")).singleElement().asString().contains("CommandLauncher submit ");
  }

  @Test
  void aSparkThatStandsIsUsed() throws IOException, InterruptedException {
    Path spark = folder.resolve("spark");
    Files.createDirectories(spark.resolve("bin"));
    Files.createDirectories(spark.resolve("jars"));
    script(spark.resolve("bin/spark-submit"), SUBMIT);
    Map<String, String> environment = Map.of("SPARK_HOME", spark.toString());

    run(environment, "extract", "--spark", "master=yarn");
    assertThat(calls("mvn")).noneMatch(call -> call.contains("docker/spark"));
    assertThat(calls("spark-submit"))
        .singleElement()
        .asString()
        .contains("--conf spark.master=yarn --class io.mathscale.generator.GeneratorJob");
    forget();

    run(environment, "status");
    assertThat(calls("spark-submit")).isEmpty();
    assertThat(calls("java")).singleElement().asString().contains("/spark/bin/../jars/*:");
  }

  @Test
  void theSparkThatIsNamedIsUsedThoughAnotherIsOnThePath()
      throws IOException, InterruptedException {
    build();
    write("target/spark/complete", "");
    Files.createDirectories(home.resolve("target/spark/jars"));
    script(folder.resolve("bin/spark-submit"), SUBMIT);

    run(Map.of("SPARK_HOME", home.resolve("target/spark").toString()), "extract");

    assertThat(calls("spark-submit")).isEmpty();
    assertThat(calls("java")).last().asString().contains(home.resolve("target/spark/jars/*") + ":");
  }

  /** As docker/Dockerfile lays it out: jars and Spark are there, nothing is built. */
  @Test
  void startsInTheImageWithoutABuild() throws IOException, InterruptedException {
    build();
    write("target/spark/complete", "");
    Files.createDirectories(home.resolve("target/spark/jars"));
    Map<String, String> environment = new HashMap<>();
    Matcher variable =
        Pattern.compile("(SPARK_\\w+)=(\\S+)").matcher(Documents.text("docker/Dockerfile"));
    while (variable.find()) {
      environment.put(
          variable.group(1), variable.group(2).replaceFirst("^/mathscale/", home + "/"));
    }

    assertThat(environment).containsOnlyKeys("SPARK_HOME", "SPARK_SCALA_VERSION");
    assertThat(run(environment, "help")).isZero();
    assertThat(output()).startsWith("Usage: ./mathscale <command>");
    assertThat(run(environment, "teacher", "--host", "0.0.0.0", "--port", "8089")).isZero();
    assertThat(run(environment, "run", "--config", "conf/demo.conf", "--spark", "a=b")).isZero();

    assertThat(calls("mvn")).isEmpty();
    assertThat(calls("java")).anyMatch(call -> call.endsWith("--host 0.0.0.0 --port 8089"));
    assertThat(calls("java"))
        .last()
        .asString()
        .contains("-cp " + home.resolve("target/spark/jars/*") + ":", "--conf spark.a=b")
        .endsWith(" export --config conf/demo.conf");
  }

  @Test
  void aSparkThatIsNotThereIsRefused() throws IOException, InterruptedException {
    Map<String, String> environment = Map.of("SPARK_HOME", folder.resolve("none").toString());

    assertThat(run(environment, "status")).isEqualTo(2);

    assertThat(output())
        .isEqualTo(
            "mathscale: SPARK_HOME must be the folder of a Spark, with bin/spark-submit in it: "
                + folder.resolve("none")
                + "\n");
    assertThat(calls("mvn")).isEmpty();
    assertThat(run(environment, "help")).isZero();
  }

  @Test
  void whatItMakesGoesElsewhereWhereTheInstallationCannotBeWritten()
      throws IOException, InterruptedException {
    build();
    write("target", "a file, in which no folder can be made");
    write("out", "another");

    assertThat(run("demo")).isEqualTo(1);

    Path kept = folder.resolve("cache/mathscale");
    assertThat(calls("mvn")).singleElement().asString().contains("docker/spark/pom.xml");
    assertThat(kept.resolve("spark/complete")).exists();
    assertThat(kept.resolve("teacher.log")).exists();
    assertThat(calls("java")).first().asString().contains("ArchiveClassesAtExit=" + kept);
  }

  @Test
  void saysSoWhereNothingCanBeWritten() throws IOException, InterruptedException {
    build();
    write("target", "a file, in which no folder can be made");
    String none = home.resolve("target").toString();

    assertThat(run(Map.of("XDG_CACHE_HOME", none, "TMPDIR", none), "status")).isEqualTo(2);

    assertThat(output())
        .startsWith("mathscale: a folder must be there to write to: neither " + none)
        .hasLineCount(1);
  }

  /** Half-made jars are none: whoever needs them waits for the launcher that makes them. */
  @Test
  void launchersMakeOneAfterTheOther() throws IOException, InterruptedException {
    Path gate = folder.resolve("gate");
    Map<String, String> environment = Map.of("GATE", gate.toString());
    Process first = start(environment, "first", "extract");
    try {
      await().until(() -> !calls("mvn").isEmpty());
      Process second = start(environment, "second", "build");
      try {
        await().until(() -> said("second").contains("waiting for it") || calls("mvn").size() > 1);
        assertThat(said("second"))
            .isEqualTo(
                "mathscale: another launcher is building in %s: waiting for it\n"
                    .formatted(home.resolve("target")));
      } finally {
        Files.createFile(gate);
      }

      assertThat(first.waitFor()).isZero();
      assertThat(second.waitFor()).isZero();
    } finally {
      first.destroy();
    }

    assertThat(calls("mvn")).hasSize(2).last().asString().contains("docker/spark/pom.xml");
    assertThat(calls("java")).filteredOn(call -> call.contains("ArchiveClassesAtExit")).hasSize(1);
    assertThat(calls("java")).filteredOn(call -> call.contains("Launcher submit")).hasSize(2);
  }

  @Test
  void aBuildThatFailsEndsTheLauncher() throws IOException, InterruptedException {
    script("mvn", "#!/usr/bin/env bash\nexit 7\n");

    assertThat(run("extract")).isEqualTo(7);
    assertThat(calls("java")).isEmpty();
  }

  @Test
  void endsAsTheCommandDoes() throws IOException, InterruptedException {
    run("extract");

    assertThat(run(Map.of("LOOK_STATUS", "2"), "status")).isEqualTo(2);
    assertThat(run("dance")).isEqualTo(2);
    assertThat(run("help")).isZero();
  }

  @Test
  void commandsOfTheLauncherHaveItsHelp() throws IOException, InterruptedException {
    for (String command : List.of("demo", "run", "estimate", "test")) {
      assertThat(run(command, "--help")).isZero();
      assertThat(output()).as(command).startsWith("Usage: ./mathscale <command>");
    }

    assertThat(calls("java")).isEmpty();
    assertThat(calls("mvn")).isEmpty();
    run("extract", "--help");
    assertThat(calls("java")).last().asString().endsWith(" extract --help");
  }

  @Test
  void runMakesTrainingDataAndEvaluatesWhereItIsTold() throws IOException, InterruptedException {
    run("run", "--config", "c.conf");
    assertThat(calls("java"))
        .last()
        .asString()
        .endsWith(" prepare --optional extract build compose accept export --config c.conf");

    run("run", "--config", "c.conf", "--evaluate");
    assertThat(calls("java"))
        .last()
        .asString()
        .endsWith(" prepare extract build compose accept export infer score --config c.conf");
  }

  /** Makes the jars as a build elsewhere has. */
  private void build() throws IOException {
    for (String jar : JARS) {
      write(jar + "/target/" + jar + ".jar", "made elsewhere");
    }
  }

  /** What the launcher said, to standard output or error. */
  private String output() throws IOException {
    return said("output");
  }

  private String said(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return start(environment, "output", arguments).waitFor();
  }

  /** Starts the launcher, which writes what it says to a file. */
  private Process start(Map<String, String> environment, String output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("mathscale").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile());
    Map<String, String> variables = process.environment();
    List.of("SPARK_HOME", "SPARK_CONF_DIR", "JAVA_HOME", "HADOOP_CONF_DIR")
        .forEach(variables::remove);
    variables.put("PATH", folder.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
    variables.put("CALLS", calls.toString());
    variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    variables.putAll(environment);
    return process.start();
  }

  /** What a script was called with, a line a call. */
  private List<String> calls(String script) throws IOException {
    return Files.exists(calls)
        ? Files.readAllLines(calls).stream().filter(line -> line.startsWith(script + " ")).toList()
        : List.of();
  }

  private void forget() throws IOException {
    Files.deleteIfExists(calls);
  }

  private void copy(String file) throws IOException {
    write(file, Documents.text(file));
    assertThat(home.resolve(file).toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), text);
  }

  private void script(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    script(folder.resolve("bin").resolve(name), text);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Copies a folder as {@code cp -r} does: with new times. */
  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
