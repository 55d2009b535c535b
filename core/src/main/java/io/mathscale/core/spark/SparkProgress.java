package io.mathscale.core.spark;

import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.TimeSource;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.SparkSession;

/**
 * Tells every few seconds how far Spark is with what the user waits for; nothing of what is done
 * sooner.
 */
public final class SparkProgress implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final SparkStatusTracker tracker;
  private final String what;
  private final TimeSource time;
  private final PrintStream out;
  private final long begun;
  private final PeriodicTask timer;

  SparkProgress(SparkStatusTracker tracker, String what, TimeSource time, PrintStream out) {
    this.tracker = tracker;
    this.what = what;
    this.time = time;
    this.out = out;
    this.begun = time.nanos();
    this.timer = time.every(INTERVAL, "spark-progress", this::show);
  }

  /**
   * Does work, and tells on standard error how far it is.
   *
   * @param what is being done, such as {@code extract: reading seeds}
   */
  public static <T> T during(SparkSession spark, String what, TimeSource time, Supplier<T> work) {
    SparkProgress progress =
        new SparkProgress(spark.sparkContext().statusTracker(), what, time, System.err);
    try {
      return work.get();
    } finally {
      progress.close();
    }
  }

  private void show() {
    int tasks = 0;
    int done = 0;
    for (int id : tracker.getActiveStageIds()) {
      if (tracker.getStageInfo(id).isDefined()) {
        SparkStageInfo stage = tracker.getStageInfo(id).get();
        tasks += stage.numTasks();
        done += stage.numCompletedTasks();
      }
    }

    out.printf(
        "%s: %d s so far, %d of %d tasks of this step done%n",
        what, Duration.ofNanos(time.nanos() - begun).toSeconds(), done, tasks);
  }

  /** Tells no more. */
  @Override
  public void close() {
    timer.close();
  }
}
