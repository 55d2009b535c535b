package io.mathscale.core.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The most of the heap that was alive. Only a collection that was asked for leaves nothing dead
 * behind (others keep what is costly to move), so it asks for one every second: what it watches is
 * slower than alone.
 */
final class HeapPeak implements NotificationListener, AutoCloseable {
  private final LongAccumulator peak = new LongAccumulator(Math::max, 0);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  HeapPeak() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(this, null, null);
    }
  }

  /** Begins to watch. */
  void watch() {
    var unused = timer.scheduleWithFixedDelay(System::gc, 0, 1, TimeUnit.SECONDS);
  }

  /** Mebibytes; 0 where nobody watched. */
  long mebibytes() {
    return peak.get() >> 20;
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    GarbageCollectionNotificationInfo collection =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    if (collection.getGcCause().equals("System.gc()")
        && collection.getGcAction().equals("end of major GC")) {
      peak.accumulate(heap(collection.getGcInfo().getMemoryUsageAfterGc()));
    }
  }

  private static long heap(Map<String, MemoryUsage> usages) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getName)
        .mapToLong(pool -> usages.get(pool).getUsed())
        .sum();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(this);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("The listener was added at the start", e);
      }
    }
  }
}
