package io.mathscale.core.calls;

import io.mathscale.core.calls.limits.RunStop;

/** A stage stopped before its end; every answer it has paid for is in the journal. */
public final class StageStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RunStop.Reason reason;

  /** A stop, with what the user should know and do. */
  public StageStoppedException(RunStop.Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it stopped. */
  public RunStop.Reason reason() {
    return reason;
  }
}
