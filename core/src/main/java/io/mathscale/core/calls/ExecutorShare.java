package io.mathscale.core.calls;

import io.mathscale.core.config.ConfigException;
import org.apache.spark.SparkConf;

/** The part of an application's limits that each executor keeps where nobody shares them out. */
final class ExecutorShare {
  private static final String DYNAMIC = "spark.dynamicAllocation.enabled";
  private static final String MOST = "spark.dynamicAllocation.maxExecutors";
  private static final String INSTANCES = "spark.executor.instances";

  private ExecutorShare() {}

  /**
   * The share for as many executors as there may come to be: those that come later than the stage
   * begins are told the same one.
   *
   * @param registered executors that are there now
   * @param isLimited whether there is any limit or budget to share
   * @throws ConfigException where executors come and go, without an end to their number
   */
  static double of(SparkConf conf, int registered, boolean isLimited) {
    int expected = conf.getInt(INSTANCES, 1);
    if (conf.getBoolean(DYNAMIC, false)) {
      expected = Math.max(expected, conf.getInt(MOST, Integer.MAX_VALUE));
      if (isLimited && expected == Integer.MAX_VALUE) {
        throw new ConfigException(
            "%s must say how many executors share the limits, where %s is true and spark.plugins does not name %s"
                .formatted(MOST, DYNAMIC, CallsPlugin.class.getName()));
      }
    }

    return 1.0 / Math.max(expected, Math.max(1, registered));
  }
}
