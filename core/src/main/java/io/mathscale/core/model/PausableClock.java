package io.mathscale.core.model;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A clock that is paused for a thread while the thread waits for a permit, so that waiting is no
 * part of the time that a call took. It works because a call stays on one thread from the outermost
 * decorator to the innermost.
 */
public final class PausableClock implements LongSupplier {
  private final LongSupplier nanoClock;
  private final ThreadLocal<long[]> pausedNanos = ThreadLocal.withInitial(() -> new long[1]);

  /**
   * A clock that runs with another one.
   *
   * @param nanoClock nanoseconds from an arbitrary origin, for example {@link System#nanoTime}
   */
  public PausableClock(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Nanoseconds from an arbitrary origin, the calling thread's waits left out. */
  @Override
  public long getAsLong() {
    return nanoClock.getAsLong() - pausedNanos.get()[0];
  }

  /**
   * Waits, with the clock paused for this thread.
   *
   * @param <T> what the wait returns
   * @param wait the wait
   * @return what the wait returns
   */
  public <T> T pausedDuring(Supplier<T> wait) {
    long start = nanoClock.getAsLong();
    try {
      return wait.get();
    } finally {
      pausedNanos.get()[0] += nanoClock.getAsLong() - start;
    }
  }
}
