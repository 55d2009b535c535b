package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;
import java.util.Objects;

/** A call that failed: asking the same again will not help, unless a subclass says otherwise. */
public class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FailureCause failureCause;
  private final int status;
  private final transient Usage usage;
  private final int tries;

  /**
   * A call that failed at its first try.
   *
   * @param failureCause what went wrong
   * @param status the HTTP status, 0 if there is none
   * @param message what happened, without key or prompt
   * @param usage what the server charged for it
   * @param cause what was thrown below, or null
   */
  public ModelException(
      FailureCause failureCause, int status, String message, Usage usage, Throwable cause) {
    this(failureCause, status, message, usage, 1, cause);
  }

  /**
   * A call that failed after some tries.
   *
   * @param failureCause what went wrong
   * @param status the HTTP status, 0 if there is none
   * @param message what happened, without key or prompt
   * @param usage what the server charged for all tries
   * @param tries how often the request was sent
   * @param cause what was thrown below, or null
   */
  public ModelException(
      FailureCause failureCause,
      int status,
      String message,
      Usage usage,
      int tries,
      Throwable cause) {
    super(message, cause);
    this.failureCause = Objects.requireNonNull(failureCause, "failureCause must not be null");
    this.status = status;
    this.usage = Objects.requireNonNull(usage, "usage must not be null");
    this.tries = tries;
  }

  /** What went wrong. */
  public FailureCause failureCause() {
    return failureCause;
  }

  /** The HTTP status; 0 if there was no response. */
  public int status() {
    return status;
  }

  /** What the server charged, of all tries. */
  public Usage usage() {
    return usage == null ? Usage.NONE : usage;
  }

  /** How often the request was sent. */
  public int tries() {
    return tries;
  }

  /**
   * The same failure with the count of all tries so far.
   *
   * @param count how often the request was sent
   * @param charged what the server charged for all of them
   */
  public ModelException after(int count, Usage charged) {
    return new ModelException(failureCause, status, getMessage(), charged, count, this);
  }
}
