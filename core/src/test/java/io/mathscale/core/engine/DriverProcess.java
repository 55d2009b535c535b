package io.mathscale.core.engine;

import io.mathscale.core.calls.CallsPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** An {@link EngineDriver} in a process of its own, with this process's class path. */
final class DriverProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path output;

  private DriverProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts an application.
   *
   * @param folder where its output and its local files go
   * @param properties system properties, Spark's settings among them
   * @param environment added to the environment
   * @param arguments those of {@link EngineDriver}
   */
  static DriverProcess start(
      Path folder,
      Map<String, String> properties,
      Map<String, String> environment,
      List<String> arguments) {
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "driver", ".out");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // It lives for seconds: thorough compilation takes longer than all the rest.
      command.addAll(
          List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
      for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
        if (argument.startsWith("--add-opens")) {
          command.add(argument);
        }
      }

      Map<String, String> all = new TreeMap<>(Map.of("spark.plugins", CallsPlugin.class.getName()));
      all.putAll(properties);
      all.forEach((key, value) -> command.add("-D" + key + "=" + value));
      // So does compiling the plans of a few rows, or planning the rest anew after each shuffle.
      command.addAll(
          List.of(
              "-Dspark.driver.host=127.0.0.1",
              "-Dspark.sql.shuffle.partitions=2",
              "-Dspark.sql.adaptive.enabled=false",
              "-Dspark.sql.ui.explainMode=simple",
              "-Dspark.sql.codegen.wholeStage=false",
              "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
              "-Dspark.local.dir=" + folder.resolve("local"),
              "-cp",
              System.getProperty("java.class.path"),
              EngineDriver.class.getName()));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      return new DriverProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a driver", e);
    }
  }

  /** Its executors: in local-cluster mode the driver starts them itself. */
  List<ProcessHandle> executors() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Ends it as {@code kill -9} does; returns when it and its executors are gone. */
  void kill() {
    List<ProcessHandle> executors = executors();
    process.destroyForcibly();
    executors.forEach(executor -> executor.onExit().orTimeout(60, TimeUnit.SECONDS).join());
  }

  /** Tells it to end, as Ctrl-C or a cluster does; returns when it has. */
  void tellToEnd() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** What it said after {@code name=}, once it has said so. */
  Optional<String> said(String name) {
    return output()
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst();
  }

  /** All that it wrote. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it still runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Lets it end; its exit code. */
  int end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The driver must end within " + PATIENCE);
      }

      return process.exitValue();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("The driver cannot end", e);
    }
  }

  @Override
  public void close() {
    executors().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
