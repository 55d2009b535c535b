package io.mathscale.core.calls;

import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.SpendingBound;
import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A run whose driver and executors are in this process, without Spark: limits, watch and model
 * client as they have them.
 */
final class SimulatedRun implements AutoCloseable {
  /** Calls in flight of an executor. */
  static final int IN_FLIGHT = 8;

  /** How prompts begin that a service may find too hard. */
  static final String POISON = "poison";

  static final Sampling SAMPLING = Sampling.of(0, 512);

  private final RunLimits limits;
  private final RunSettings settings;
  private final Queue<ModelException> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();
  private final List<SimulatedExecutor> executors = new ArrayList<>();

  /** So many calls to endpoints at some addresses; the setting goes to the file in the folder. */
  SimulatedRun(Path folder, List<String> urls, String setting, long total, TimeSource time)
      throws IOException {
    String endpoints =
        urls.stream()
            .skip(1)
            .map("{ base-url = \"%s\" }"::formatted)
            .collect(Collectors.joining(", ", "[", "]"));
    Path file =
        Files.writeString(
            folder.resolve("model.conf"),
            """
            workspace = none
            model.base-url = "%s"
            model.name = teacher
            model.endpoints = %s
            calls.in-flight-per-executor = %d
            %s
            """
                .formatted(urls.get(0), endpoints, IN_FLIGHT, setting));
    MathscaleConfig config = Settings.load(file.toFile(), List.of()).config();
    OutageWatch watch = new OutageWatch("stage", config.calls(), urls.size(), false, time::nanos);
    limits =
        new RunLimits(
            "stage", config.calls(), 1, total, List.of(), SpendingBound.NONE, watch, time::nanos);
    settings = CallsFixture.settings(config, SAMPLING, time);
  }

  /** Another executor, from now on. */
  SimulatedExecutor executor(String name) {
    SimulatedExecutor executor = new SimulatedExecutor(name, this);
    executors.add(executor);
    return executor;
  }

  RunLimits limits() {
    return limits;
  }

  RunSettings settings() {
    return settings;
  }

  void answered() {
    answers.incrementAndGet();
  }

  /** A call is not made, since the run ends. */
  void stopped() {
    stopped.incrementAndGet();
  }

  void failed(ModelException failure) {
    failures.add(failure);
  }

  /** Answers until now. */
  int answers() {
    return answers.get();
  }

  /** Calls until now that were not made, since the run ended. */
  int unasked() {
    return stopped.get();
  }

  /** Failures until now. */
  List<ModelException> failures() {
    return List.copyOf(failures);
  }

  /** How long the run has waited for the service. */
  Duration waited() {
    return limits.stats().waiting().time();
  }

  /** Waits until so many calls are answered, failed or not made. */
  void awaitAll(int calls) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> answers.get() + failures.size() + stopped.get() == calls);
  }

  @Override
  public void close() {
    executors.forEach(SimulatedExecutor::close);
  }
}
