package io.mathscale.core.calls;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls that a process has in flight: a thread each, a fixed number of them, whoever offers one
 * more waits.
 */
final class Window {
  private static final long IDLE_CHECK_MILLIS = 20;

  private final ThreadPoolExecutor threads;
  private final ArrayBlockingQueue<Runnable> queue;

  Window(String name, int size) {
    AtomicInteger numbers = new AtomicInteger();
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
      throw new RejectedExecutionException("The window is closed");
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

  /** Waits until no call is in flight, or until a deadline. */
  void awaitIdle(Instant deadline) {
    boolean isInterrupted = false;
    while (inFlight() > 0 && Instant.now().isBefore(deadline) && !isInterrupted) {
      try {
        TimeUnit.MILLISECONDS.sleep(IDLE_CHECK_MILLIS);
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
