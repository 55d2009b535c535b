package io.mathscale.core.calls;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.spark.TaskSlots;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;

/**
 * The part of a limit that each executor keeps where nobody shares it out: of those of endpoints
 * always, of those under {@code calls} without the plugin.
 */
final class ExecutorShare {
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
    OptionalInt executors = TaskSlots.mostExecutors(conf, registered);
    if (isLimited && executors.isEmpty()) {
      throw new ConfigException(
          ("%s must say how many executors share the limits, where dynamic allocation is on: those of an endpoint, and"
                  + " those under calls where spark.plugins does not name %s")
              .formatted(TaskSlots.MOST_EXECUTORS, CallsPlugin.class.getName()));
    }

    return 1.0 / executors.orElse(Integer.MAX_VALUE);
  }
}
