package io.mathscale.core.command;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;

/**
 * Keeps the logs of Spark and of other libraries quiet while a process ends that was told to
 * (Ctrl-C): tasks and blocks that go away under each other are no errors then, and would hide the
 * one line that matters.
 */
final class QuietEnd {
  /** The first of all to run. */
  private static final int PRIORITY = 1_000;

  private QuietEnd() {}

  /** Keeps them quiet from the moment when this process is told to end. */
  static void of(SparkContext context) {
    ShutdownHookManager.get().addShutdownHook(() -> quiet(context), PRIORITY, 5, TimeUnit.SECONDS);
  }

  /** The project's own logger has a level of its own. */
  static void quiet(SparkContext context) {
    context.setLogLevel("OFF");
  }
}
