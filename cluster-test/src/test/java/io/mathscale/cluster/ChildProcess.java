package io.mathscale.cluster;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** A Java program in a process of its own, which can be killed and paused; ends with this one. */
final class ChildProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What starts fast and takes little memory, where much runs beside each other. */
  private static final List<String> FRUGAL =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=240m",
          "-XX:+UseSerialGC",
          "-Xshare:auto");

  private static final Set<ChildProcess> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(ChildProcess::close)));
  }

  private final Process process;
  private final Path output;

  /** What it started, and what outlives it when it is killed. */
  private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a program.
   *
   * @param name of its file of output, in the folder
   * @param folder its working folder
   * @param environment added to the environment
   * @param arguments those of {@code java}
   */
  static ChildProcess start(
      String name, Path folder, Map<String, String> environment, List<String> arguments) {
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, name + "-", ".log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(FRUGAL);
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(environment);
      builder.redirectInput(new File("/dev/null"));
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      ChildProcess child = new ChildProcess(builder.start(), output);
      ALIVE.add(child);
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  /** What it and the processes that it started are. */
  List<ProcessHandle> family() {
    process.descendants().forEach(descendants::add);
    List<ProcessHandle> family = new ArrayList<>(descendants);
    family.add(process.toHandle());
    return family.stream().filter(ProcessHandle::isAlive).toList();
  }

  /**
   * Ends it and what it started as {@code kill -9} does. Its children go first: one that outlived
   * it would have the time to end in order.
   */
  void kill() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(
        member -> member.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
  }

  /** Stops it and what it started where they stand, until {@link #resume}. */
  void pause() {
    signal("STOP");
  }

  /** Lets it go on. */
  void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    family().forEach(member -> command.add(Long.toString(member.pid())));
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Cannot signal " + command, e);
    }
  }

  /** Whether it still runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** All that it wrote. */
  String output() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first group of a pattern in what it wrote, once it is there. */
  Optional<String> said(Pattern pattern) {
    Matcher matcher = pattern.matcher(output());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Waits until it has written something; the first group of the pattern.
   *
   * @throws IllegalStateException with all that it wrote, if it ended or time passed without that
   */
  String awaitSaid(Pattern pattern, Duration patience) {
    try {
      await().atMost(patience).until(() -> said(pattern).isPresent() || !isAlive());
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException(
          "It must say %s within %s:%n%s".formatted(pattern, patience, output()), e);
    }

    return said(pattern)
        .orElseThrow(
            () -> new IllegalStateException("It must say %s:%n%s".formatted(pattern, output())));
  }

  /** Waits until it has ended; its exit code. */
  int end(Duration patience) {
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("It must end within " + patience + ":\n" + output());
      }

      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Stopped while a program ran", e);
    }
  }

  @Override
  public void close() {
    family().forEach(ProcessHandle::destroyForcibly);
    ALIVE.remove(this);
  }
}
