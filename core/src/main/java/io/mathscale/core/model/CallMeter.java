package io.mathscale.core.model;

/**
 * Sums up what the requests of a call cost, whatever becomes of the call. Each thread has one of
 * its own, since a call stays on one thread from the outermost decorator to the innermost.
 */
public final class CallMeter {
  private final ThreadLocal<Charge> charged = ThreadLocal.withInitial(() -> Charge.NONE);

  /** A call begins on this thread: nothing is charged yet. */
  public void begin() {
    charged.set(Charge.NONE);
  }

  /** A request of the call has ended. */
  public void add(Charge charge) {
    charged.set(charged.get().plus(charge));
  }

  /** What the requests of the call cost so far. */
  public Charge total() {
    return charged.get();
  }
}
