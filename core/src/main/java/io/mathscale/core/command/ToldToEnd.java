package io.mathscale.core.command;

import io.mathscale.core.events.EventLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Lets commands that a signal ends (Ctrl-C, SIGTERM) say so in their log of events and give their
 * locks back, while Spark has stopped and the file systems have not.
 */
final class ToldToEnd implements AutoCloseable, Runnable {
  /** In the log of events in place of an exit code. */
  static final String EXIT = "TOLD_TO_END";

  /** What the user should know. */
  static final String WHY = "told to end; what was answered is kept, run again to go on";

  /** Below Spark's (40), which ends what the commands wait for, above the file systems' (10). */
  private static final int PRIORITY = 20;

  /** What computes without Spark does not notice that it is to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventLog events;
  private final CountDownLatch ended = new CountDownLatch(1);

  private ToldToEnd(EventLog events) {
    this.events = events;
  }

  /** From now until it is closed the end of the process waits for the end of the commands. */
  static ToldToEnd awaiting(EventLog events) {
    ToldToEnd end = new ToldToEnd(events);
    if (!isSo()) {
      ShutdownHookManager.get()
          .addShutdownHook(end, PRIORITY, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    return end;
  }

  /** Whether the process was told to end. */
  static boolean isSo() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  /** The process ends. */
  @Override
  public void run() {
    await(PATIENCE);
  }

  /** Waits for the end of the commands; says in their place that they were told to end. */
  void await(Duration patience) {
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        events.stop(EXIT, WHY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The commands have ended. */
  @Override
  public void close() {
    ended.countDown();
    if (!isSo()) {
      ShutdownHookManager.get().removeShutdownHook(this);
    }
  }
}
