package io.mathscale.core.calls.stats;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many calls end a second, over the last minute. */
public final class Pace {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long WINDOW = 60 * NANOS_PER_SECOND;

  /** Calls that ended in the seconds of the window in which any did, oldest first. */
  private final Deque<Second> seconds = new ArrayDeque<>();

  private final long begun;
  private long ended;

  /**
   * A pace that begins.
   *
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  public Pace(long nanos) {
    this.begun = nanos;
  }

  /** Calls have ended. */
  public void add(long count, long nanos) {
    if (count == 0) {
      return;
    }

    Second last = seconds.peekLast();
    if (last == null || nanos - last.begun >= NANOS_PER_SECOND) {
      last = new Second(nanos);
      seconds.addLast(last);
    }

    last.ended += count;
    ended += count;
  }

  /** Calls a second in the minute that ends now, or since the beginning where that is shorter. */
  public double perSecond(long nanos) {
    while (!seconds.isEmpty() && nanos - seconds.peekFirst().begun > WINDOW) {
      ended -= seconds.removeFirst().ended;
    }

    return ended * (double) NANOS_PER_SECOND / Math.max(1, Math.min(WINDOW, nanos - begun));
  }

  /** The calls that ended within a second of some time. */
  private static final class Second {
    private final long begun;
    private long ended;

    private Second(long begun) {
      this.begun = begun;
    }
  }
}
