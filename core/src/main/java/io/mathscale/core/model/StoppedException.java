package io.mathscale.core.model;

/**
 * The job is to stop: its budget is reached, or its thread was interrupted. Says nothing about the
 * request that was being made; the next run makes it again.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isSent;

  /** A stop for this reason. */
  public StoppedException(String message) {
    this(message, null);
  }

  /** A stop for this reason, made known by this exception. */
  public StoppedException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private StoppedException(String message, Throwable cause, boolean isSent) {
    super(message, cause);
    this.isSent = isSent;
  }

  /** A stop while the answer to a request was awaited, which may be charged. */
  public static StoppedException whileAsking(String message, Throwable cause) {
    return new StoppedException(message, cause, true);
  }

  /** Whether a request was sent whose answer nobody waits for any more. */
  public boolean isSent() {
    return isSent;
  }
}
