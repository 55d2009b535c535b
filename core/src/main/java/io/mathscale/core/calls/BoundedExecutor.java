package io.mathscale.core.calls;

import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the calls that a process has in flight: a thread each, a fixed number of them; whoever
 * offers one more waits.
 */
final class BoundedExecutor {
  private static final Duration IDLE_CHECK = Duration.ofMillis(20);

  private final ThreadPoolExecutor threads;
  private final ArrayBlockingQueue<Runnable> queue;
  private final TimeSource time;

  /**
   * An executor without calls.
   *
   * @param name beginning of its threads' names
   * @param size calls in flight at most
   * @param time by which to wait for their end
   */
  BoundedExecutor(String name, int size, TimeSource time) {
    AtomicInteger numbers = new AtomicInteger();
    this.time = time;
    this.queue = new ArrayBlockingQueue<>(size);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            queue,
            work -> {
              Thread thread = new Thread(work, name + "-" + numbers.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Makes a call as soon as there is room. */
  void submit(Runnable call) throws InterruptedException {
    if (threads.isShutdown()) {
      throw new RejectedExecutionException("The executor is closed");
    }

    if (threads.getPoolSize() < threads.getCorePoolSize()) {
      try {
        threads.execute(call);
        return;
      } catch (RejectedExecutionException full) {
        // The last threads have just started and the queue is full: wait like everybody.
      }
    }

    queue.put(call);
  }

  /** Calls in flight now. */
  long inFlight() {
    return threads.getActiveCount();
  }

  /** Waits until no call is in flight, but no longer than told. */
  void awaitIdle(Duration atMost) {
    long deadline = time.nanos() + atMost.toNanos();
    boolean isInterrupted = false;
    while (inFlight() > 0 && deadline - time.nanos() > 0 && !isInterrupted) {
      try {
        time.sleep(IDLE_CHECK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        isInterrupted = true;
      }
    }
  }

  void close() {
    threads.shutdown();
  }
}
