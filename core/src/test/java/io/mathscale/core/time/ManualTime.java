package io.mathscale.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes when it is told to; sleepers wake and periodic tasks run by it. */
public final class ManualTime implements TimeSource {
  private static final long serialVersionUID = 1L;

  private final transient List<Periodic> tasks = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 1_000; // wraps around at once, as nanoTime may

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return Instant.EPOCH.plusNanos(nanos - (Long.MAX_VALUE - 1_000));
  }

  @Override
  public synchronized void sleepUntil(long end) throws InterruptedException {
    while (end - nanos > 0) {
      wait();
    }
  }

  @Override
  public synchronized PeriodicTask every(Duration interval, String threadName, Runnable task) {
    Periodic periodic = new Periodic(interval, task, nanos + interval.toNanos());
    tasks.add(periodic);
    return () -> end(periodic);
  }

  private synchronized void end(Periodic periodic) {
    tasks.remove(periodic);
  }

  /** Lets time pass; what is due by then runs in this thread, once for each time it is due. */
  public void pass(Duration duration) {
    long end;
    synchronized (this) {
      nanos += duration.toNanos();
      end = nanos;
      notifyAll();
    }

    for (Periodic periodic : due(end)) {
      periodic.task.run();
    }
  }

  private synchronized List<Periodic> due(long end) {
    List<Periodic> due = new ArrayList<>();
    for (Periodic periodic : tasks) {
      while (end - periodic.next >= 0) {
        due.add(periodic);
        periodic.next += periodic.interval.toNanos();
      }
    }

    return due;
  }

  /** A task, and when it is due. */
  private static final class Periodic {
    private final Duration interval;
    private final Runnable task;
    private long next;

    Periodic(Duration interval, Runnable task, long next) {
      this.interval = interval;
      this.task = task;
      this.next = next;
    }
  }
}
