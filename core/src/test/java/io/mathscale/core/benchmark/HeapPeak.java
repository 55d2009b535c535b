package io.mathscale.core.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The most of the heap that was alive. Only a collection that was asked for leaves nothing dead
 * behind (others keep what is costly to move), so it asks for one every second: what it watches is
 * slower than alone.
 */
final class HeapPeak implements AutoCloseable {
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private long peak;

  /** Begins to watch. */
  void watch() {
    var unused = timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private synchronized void look() {
    System.gc();
    peak = Math.max(peak, memory.getHeapMemoryUsage().getUsed());
  }

  /** Mebibytes; 0 where nobody watched. */
  synchronized long mebibytes() {
    return peak >> 20;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
