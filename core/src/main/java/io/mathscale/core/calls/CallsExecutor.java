package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.LimitsClient;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RunState;
import io.mathscale.core.calls.stats.CallMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;

/** An executor's side of the plugin: its way to the driver and its metrics. */
final class CallsExecutor implements ExecutorPlugin {
  /** Spark makes the plugin and hands it to nobody: this is how a task finds it. */
  private static volatile CallsExecutor loaded;

  private PluginContext context;
  private CallMetrics metrics;

  /** The plugin of this process, if it is an executor of an application that has it. */
  static Optional<CallsExecutor> loaded() {
    return Optional.ofNullable(loaded);
  }

  @Override
  public void init(PluginContext plugin, Map<String, String> extra) {
    context = plugin;
    metrics = CallMetrics.in(plugin.metricRegistry());
    loaded = this;
  }

  /** What this process counts. */
  CallMetrics metrics() {
    return metrics;
  }

  /** The way to the limits of a run. */
  LimitsClient limits(String run) {
    return new LimitsClient() {
      @Override
      public Grant lease(List<RequestEstimate> wanted) {
        return (Grant) ask(new CallsMessage.Lease(run, context.executorID(), wanted));
      }

      @Override
      public RunState settle(ExecutorReport ended) {
        return (RunState) ask(new CallsMessage.Report(run, context.executorID(), ended));
      }
    };
  }

  /** Claims the rows of a partition for an attempt. */
  PartitionClaims.Answer claim(String run, int partition, long attempt) {
    return (PartitionClaims.Answer)
        ask(new CallsMessage.Claim(run, context.executorID(), partition, attempt));
  }

  /** The attempt no longer asks. */
  void release(String run, int partition, long attempt) {
    ask(new CallsMessage.Release(run, partition, attempt));
  }

  /** What only the service may see. */
  Credentials credentials(String run) {
    return (Credentials) ask(new CallsMessage.CredentialsWanted(run));
  }

  private Object ask(CallsMessage message) {
    try {
      return JavaSerde.read((byte[]) context.ask(JavaSerde.write(message)));
    } catch (IOException e) {
      throw new UncheckedIOException("The driver does not answer", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The driver cannot answer", e);
    }
  }

  @Override
  public void shutdown() {
    loaded = null;
    ExecutorCalls.flushAll();
  }
}
