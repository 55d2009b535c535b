package io.mathscale.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Spark that knows S3: the jars of an assembled one and those of the S3 client, under a folder in
 * which its processes may write.
 *
 * @param folder the folder
 * @param root the folder of this repository
 */
record SparkHome(Path folder, Path root) implements AutoCloseable {
  /** Groups of Maven that the S3 client is made of. */
  private static final List<String> S3_CLIENT =
      List.of(
          "/org/apache/hadoop/hadoop-aws/",
          "/software/amazon/",
          "/org/reactivestreams/",
          "/org/apache/httpcomponents/",
          "/org/wildfly/openssl/");

  /**
   * Makes one of the Spark that {@code SPARK_HOME} names, or of the one that the launcher
   * assembled; a Spark that has an S3 client keeps its own.
   *
   * @param folder where it is made
   */
  static SparkHome in(Path folder) throws IOException {
    Path root = Path.of(System.getProperty("mathscale.root")).toAbsolutePath();
    String named = System.getenv().getOrDefault("SPARK_HOME", "");
    Path spark = named.isEmpty() ? root.resolve("target/spark") : Path.of(named);
    if (!Files.isDirectory(spark.resolve("jars"))) {
      throw new IllegalStateException(
          "SPARK_HOME must name a Spark, or ./mathscale have assembled one: " + spark);
    }

    Files.createDirectories(folder.resolve("tmp"));
    Path jars = Files.createDirectories(folder.resolve("jars"));
    List<Path> all = new ArrayList<>();
    try (Stream<Path> own = Files.list(spark.resolve("jars").toRealPath())) {
      own.forEach(all::add);
    }

    if (all.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("hadoop-aws-"))) {
      all.addAll(ownS3Client());
    }

    for (Path jar : all) {
      Path link = jars.resolve(jar.getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }

    return new SparkHome(folder, root);
  }

  /** That of this test, for the Hadoop that it is built with. */
  private static List<Path> ownS3Client() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> S3_CLIENT.stream().anyMatch(entry::contains))
        .map(Path::of)
        .toList();
  }

  /** Logs as {@code ./mathscale} has them; without it Spark's own way, which tells more. */
  String logging() {
    return "-Dlog4j2.configurationFile=" + root.resolve("conf/spark/log4j2.properties");
  }

  /**
   * Has a process write what it needs for a while under the folder, since a killed one leaves it.
   */
  String scratch() {
    return "-Djava.io.tmpdir=" + folder.resolve("tmp");
  }

  /** A job jar, as Maven packaged it. */
  Path job(String module) {
    Path jar = root.resolve(module + "/target/" + module + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("The jobs must be packaged: there is no " + jar);
    }

    return jar;
  }

  /**
   * Starts a main class of Spark.
   *
   * @param name of its file of output, and of the folder of its local disk
   * @param memory of its heap, as in {@code 256m}
   * @param arguments the main class and its arguments
   */
  ChildProcess start(String name, String memory, List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add("@" + root.resolve("conf/spark/java.options"));
    all.add("-Xmx" + memory);
    all.add(scratch());
    all.addAll(List.of("-cp", folder.resolve("jars") + "/*"));
    all.addAll(arguments);
    return ChildProcess.start(
        name,
        folder.resolve("logs"),
        Map.of(
            "SPARK_HOME",
            folder.toString(),
            "SPARK_SCALA_VERSION",
            "2.13",
            "SPARK_LOCAL_DIRS",
            disk(name).toString(),
            "SPARK_LOCAL_IP",
            "127.0.0.1"),
        all);
  }

  /** The local disk of a process and of those that it starts. */
  Path disk(String name) {
    return folder.resolve("local").resolve(name);
  }

  /** Removes the jars, links and the copies of executors and drivers; what was logged stays. */
  @Override
  public void close() throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    for (Path room : List.of(folder.resolve("jars"), work)) {
      try (Stream<Path> all = Files.walk(room)) {
        for (Path jar : all.filter(file -> file.toString().endsWith(".jar")).toList()) {
          Files.deleteIfExists(jar);
        }
      }
    }
  }
}
