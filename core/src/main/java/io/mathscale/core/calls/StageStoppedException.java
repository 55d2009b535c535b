package io.mathscale.core.calls;

/** A stage stopped before its end; every answer it has paid for is in the journal. */
public final class StageStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** A stop, with what the user should know and do. */
  public StageStoppedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why it stopped. */
  public Reason reason() {
    return reason;
  }

  /** Why a stage stops. */
  public enum Reason {
    /** Another call could have gone over the budget. */
    BUDGET,
    /** More calls failed than allowed. */
    TOO_MANY_FAILURES,
    /** The model service cannot be reached or will not serve us. */
    REFUSED,
    /** Another run has taken the stage over, which thought that this one was gone. */
    TAKEN_OVER
  }
}
