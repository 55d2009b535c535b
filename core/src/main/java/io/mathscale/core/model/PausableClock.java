package io.mathscale.core.model;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A clock that stands still for a thread while the thread waits for a permit, so that waiting is no
 * part of the time that a call took. It works because a call stays on one thread from the outermost
 * decorator to the innermost.
 */
public final class PausableClock implements LongSupplier {
  private final LongSupplier nanoClock;
  private final ThreadLocal<long[]> stoodStill = ThreadLocal.withInitial(() -> new long[1]);

  /** A clock that runs like this one, for example {@link System#nanoTime}. */
  public PausableClock(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Nanoseconds from an arbitrary origin, the calling thread's waits left out. */
  @Override
  public long getAsLong() {
    return nanoClock.getAsLong() - stoodStill.get()[0];
  }

  /** What the wait returns; the clock stands still for this thread meanwhile. */
  public <T> T standingStill(Supplier<T> wait) {
    long start = nanoClock.getAsLong();
    try {
      return wait.get();
    } finally {
      stoodStill.get()[0] += nanoClock.getAsLong() - start;
    }
  }
}
