package io.mathscale.core.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that goes only when someone sleeps by it or it is told to; it remembers the sleeps. */
public final class FakeClock implements LongSupplier, Sleeper {
  private final List<Duration> sleeps = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 1_000; // wraps around at once, as nanoTime may

  @Override
  public synchronized long getAsLong() {
    return nanos;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    sleeps.add(duration);
    pass(duration);
  }

  /** Lets time pass. */
  public synchronized void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  /** The sleeps so far. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
