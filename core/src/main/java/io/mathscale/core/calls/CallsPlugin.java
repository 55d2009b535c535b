package io.mathscale.core.calls;

import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Keeps the limits of the calls over the whole application: executors ask the driver for
 * permission. Loaded by {@code spark.plugins=io.mathscale.core.calls.CallsPlugin}, which the
 * launcher sets.
 */
public final class CallsPlugin implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return new CallsDriver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new CallsExecutor();
  }
}
