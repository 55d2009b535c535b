package io.mathscale.core.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Tells the time, lets threads wait and runs periodic tasks. */
public interface TimeSource extends Serializable {
  /** Nanoseconds from an arbitrary origin; may overflow, as {@link System#nanoTime} may. */
  long nanos();

  /** The date and time. */
  Instant now();

  /**
   * Returns when {@link #nanos} has reached a value.
   *
   * @throws InterruptedException if the thread was interrupted before
   */
  void sleepUntil(long nanos) throws InterruptedException;

  /**
   * Returns after the duration.
   *
   * @throws InterruptedException if the thread was interrupted before
   */
  default void sleep(Duration duration) throws InterruptedException {
    sleepUntil(nanos() + duration.toNanos());
  }

  /**
   * Runs a task again and again in a thread of its own, first after one interval.
   *
   * @param interval from the end of a run to the start of the next
   * @param threadName name of the thread
   * @param task must not throw: it would not be run again
   * @return ends the repetition when closed; a run under way goes on to its end
   */
  PeriodicTask every(Duration interval, String threadName, Runnable task);
}
