package io.mathscale.core.model;

/**
 * The job is to stop: its budget is reached, or its thread was interrupted. Says nothing about the
 * request that was being made; the next run makes it again.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A stop for this reason. */
  public StoppedException(String message) {
    super(message);
  }

  /** A stop for this reason, made known by this exception. */
  public StoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
