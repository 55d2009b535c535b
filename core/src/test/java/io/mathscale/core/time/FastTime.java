package io.mathscale.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A time that passes faster than that of the machine, for drivers and executors alike.
 *
 * @param factor so many times as fast
 */
public record FastTime(int factor) implements TimeSource {
  @Override
  public long nanos() {
    return SystemTime.INSTANCE.nanos() * factor;
  }

  @Override
  public Instant now() {
    return SystemTime.INSTANCE.now();
  }

  @Override
  public void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - nanos();
    while (left > 0) {
      SystemTime.INSTANCE.sleep(Duration.ofNanos(left / factor + 1));
      left = nanos - nanos();
    }
  }

  @Override
  public PeriodicTask every(Duration interval, String threadName, Runnable task) {
    return SystemTime.INSTANCE.every(interval.dividedBy(factor), threadName, task);
  }
}
