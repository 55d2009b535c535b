package io.mathscale.core.calls.journal;

import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.time.TimeSource;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets no request through while the journal cannot be written: its answer could not be kept. */
public final class JournalGate implements Permits {
  private static final Duration CHECK = Duration.ofMillis(200);

  private final Permits permits;
  private final BooleanSupplier isBlocked;
  private final BooleanSupplier isStopped;
  private final TimeSource time;

  /**
   * A gate before permits.
   *
   * @param permits where those that pass get their permits
   * @param isBlocked whether the journal cannot be written
   * @param isStopped whether no more requests are to be sent
   * @param time by which to wait
   */
  public JournalGate(
      Permits permits, BooleanSupplier isBlocked, BooleanSupplier isStopped, TimeSource time) {
    this.permits = permits;
    this.isBlocked = isBlocked;
    this.isStopped = isStopped;
    this.time = time;
  }

  @Override
  public Permit acquire(ChatRequest request) {
    try {
      while (isBlocked.getAsBoolean() && !isStopped.getAsBoolean()) {
        time.sleep(CHECK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("The stage is stopping", e);
    }

    return permits.acquire(request);
  }
}
