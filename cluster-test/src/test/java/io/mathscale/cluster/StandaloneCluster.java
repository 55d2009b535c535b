package io.mathscale.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Spark's standalone master and workers, each a process of its own on loopback. */
final class StandaloneCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ADDRESS = Pattern.compile("master at (spark://\\S+)");
  private static final Pattern APPLICATION =
      Pattern.compile("Registered app .* with ID (app-\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("(registered with master)");

  private final SparkHome home;
  private final ChildProcess master;
  private final List<ChildProcess> workers = new ArrayList<>();
  private final List<ChildProcess> gone = new ArrayList<>();
  private int started;

  private StandaloneCluster(SparkHome home, ChildProcess master) {
    this.home = home;
    this.master = master;
  }

  /** Starts a master and so many workers; returns when they know each other. */
  static StandaloneCluster start(SparkHome home, int workers) {
    ChildProcess master =
        home.start(
            "master",
            "256m",
            List.of(
                "-Dspark.master.rest.enabled=false",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0"));
    StandaloneCluster cluster = new StandaloneCluster(home, master);
    try {
      for (int worker = 0; worker < workers; worker++) {
        cluster.addWorker();
      }

      cluster.awaitWorkers();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private String address() {
    return master.awaitSaid(ADDRESS, PATIENCE);
  }

  /** Starts one more worker; returns before it is there. */
  void addWorker() {
    String address = address();
    started++;
    workers.add(
        home.start(
            "worker" + started,
            "256m",
            List.of(
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "2",
                "--memory",
                "3g",
                "--work-dir",
                home.folder().resolve("work").toString(),
                address)));
  }

  /** Returns when the master knows all workers. */
  void awaitWorkers() {
    workers.forEach(worker -> worker.awaitSaid(REGISTERED, PATIENCE));
  }

  /** Kills a worker and its executors with {@code kill -9}; a new one takes its place. */
  void replaceWorker(int number) {
    ChildProcess worker = workers.remove(number);
    worker.kill();
    gone.add(worker);
    addWorker();
  }

  /**
   * Takes away what the executors of a worker have on their local disk, and lets nothing be written
   * to it any more, as where it is full.
   *
   * @param number of the worker, in the order in which they started, from 1
   */
  void breakDisk(int number) throws IOException {
    Path disk = home.disk("worker" + number);
    Files.move(disk, disk.resolveSibling("worker" + number + "-away"));
    Files.writeString(disk, "");
  }

  /** Its workers. */
  List<ChildProcess> workers() {
    return List.copyOf(workers);
  }

  /** Executors that were launched so far, those that are gone included. */
  long launchedExecutors() {
    return Pattern.compile("Launching executor").matcher(master.output()).results().count();
  }

  /** Applications that the master has registered so far, the newest last. */
  List<String> applications() {
    return APPLICATION.matcher(master.output()).results().map(found -> found.group(1)).toList();
  }

  /**
   * Whether a worker has started an executor.
   *
   * @param worker its place among the workers
   * @param application that of the executor
   * @param executor its number in the application
   */
  boolean hasStarted(int worker, String application, String executor) {
    String launched = "Asked to launch executor %s/%s ".formatted(application, executor);
    return workers.get(worker).output().contains(launched);
  }

  /**
   * Submits commands of all jobs as one application.
   *
   * @param deployMode {@code client} or {@code cluster}
   * @param properties Spark's settings
   * @param arguments commands and their options
   */
  ChildProcess submit(String deployMode, Map<String, String> properties, List<String> arguments) {
    Map<String, String> all = new TreeMap<>(properties);
    all.put("spark.plugins", "io.mathscale.core.calls.CallsPlugin");
    all.put("spark.jars", home.job("graph-job") + "," + home.job("eval-job"));
    all.put("spark.standalone.submit.waitAppCompletion", "true");
    all.putIfAbsent("spark.ui.enabled", "false");
    all.put("spark.driver.memory", "1g");
    all.put("spark.executor.memory", "1g");
    all.put("spark.sql.shuffle.partitions", "4");
    String options =
        "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC %s %s"
            .formatted(home.logging(), home.scratch());
    all.put("spark.executor.extraJavaOptions", options);
    all.put("spark.driver.extraJavaOptions", options);

    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.logging(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", address(), "--deploy-mode", deployMode));
    all.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    command.addAll(List.of("--class", "io.mathscale.core.command.PipelineJob"));
    command.add(home.job("generator-job").toString());
    command.addAll(arguments);
    return home.start("submit", "1g", command);
  }

  /** Where drivers and executors write. */
  Path work() {
    return home.folder().resolve("work");
  }

  @Override
  public void close() {
    workers.forEach(ChildProcess::close);
    gone.forEach(ChildProcess::close);
    master.close();
  }
}
