package io.mathscale.core.calls;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.RunState;
import io.mathscale.core.calls.stats.CallsTab;
import io.mathscale.core.calls.stats.RunStats;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver's side of the plugin: answers executors for the runs that are open. */
final class CallsDriver implements DriverPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(CallsDriver.class);

  /** Spark makes the plugin and hands it to nobody: this is how a stage finds it. */
  private static volatile boolean isLoaded;

  private static final Map<String, OpenRun> RUNS = new ConcurrentHashMap<>();

  /** All runs of the application, also those that are closed. */
  private static final List<RunLimits> SEEN = new CopyOnWriteArrayList<>();

  static {
    // When the calls of this process have ended, and before Spark does.
    ShutdownHookManager.get()
        .addShutdownHook(CallsDriver::endRuns, ExecutorCalls.DRAIN_PRIORITY - 1);
  }

  /** The process was told to end: what is known of each run's spending is kept. */
  private static void endRuns() {
    RUNS.values().forEach(run -> run.limits().end());
  }

  /** Whether this process is the driver of an application that has the plugin. */
  static boolean isLoaded() {
    return isLoaded;
  }

  /** Opens a run to the executors. */
  static void open(OpenRun run) {
    RUNS.put(run.id(), run);
    SEEN.add(run.limits());
  }

  /** Closes a run to the executors: who still asks is told to stop. */
  static void close(OpenRun run) {
    RUNS.remove(run.id());
  }

  @Override
  public Map<String, String> init(SparkContext context, PluginContext plugin) {
    context.addSparkListener(new LostExecutors());
    CallsTab.attach(context, () -> SEEN.stream().map(RunLimits::stats).toList());
    isLoaded = true;
    return Map.of();
  }

  @Override
  public void registerMetrics(String application, PluginContext plugin) {
    MetricRegistry metrics = plugin.metricRegistry();
    gauge(metrics, "requests", run -> run.calls().requests());
    gauge(metrics, "completed", run -> run.calls().completed());
    gauge(metrics, "failed", run -> run.calls().failures());
    gauge(metrics, "inputTokens", run -> run.calls().inputTokens());
    gauge(metrics, "outputTokens", run -> run.calls().outputTokens());
    gauge(metrics, "cost", run -> run.calls().cost().doubleValue());
    gauge(metrics, "doubtfulCost", run -> run.calls().doubtfulCost().doubleValue());
    gauge(metrics, "inFlight", run -> run.inFlight());
  }

  private static void gauge(MetricRegistry metrics, String name, ToDoubleFunction<RunStats> value) {
    Gauge<Double> gauge =
        () -> RUNS.values().stream().map(run -> run.limits().stats()).mapToDouble(value).sum();
    metrics.register("application." + name, gauge);
  }

  @Override
  public Object receive(Object message) {
    return JavaSerde.write(answer((CallsMessage) JavaSerde.read((byte[]) message)));
  }

  private static Object answer(CallsMessage said) {
    OpenRun run = RUNS.get(said.run());
    if (said instanceof CallsMessage.Lease lease) {
      return run == null
          ? new Grant(0, 0, true)
          : run.limits().lease(lease.executor(), lease.wanted());
    } else if (said instanceof CallsMessage.Report report) {
      return run == null
          ? new RunState(true, true)
          : run.limits().settle(report.executor(), report.ended());
    } else if (said instanceof CallsMessage.Claim claim) {
      return run == null
          ? new PartitionClaims.Answer(false, List.of())
          : run.claims().claim(claim.executor(), claim.partition(), claim.attempt());
    } else if (said instanceof CallsMessage.Release release) {
      if (run != null) {
        run.claims().release(release.partition(), release.attempt());
      }

      return true;
    } else if (run != null) {
      return run.credentials();
    }

    throw new IllegalStateException("run must be open: " + said.run());
  }

  @Override
  public void shutdown() {
    isLoaded = false;
    SEEN.clear();
  }

  /** Gives up what a lost executor had leased. */
  private static final class LostExecutors extends SparkListener {
    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
      for (OpenRun run : RUNS.values()) {
        run.lose(removed.executorId());
        LOG.info("Executor {} is gone: its leases are free again", removed.executorId());
      }
    }
  }
}
