package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;
import java.time.Duration;
import java.util.Objects;

/** A call that failed for now: 408, 409, 425, 429, 5xx or an I/O error. Later it may succeed. */
public final class ModelUnavailableException extends ModelException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;
  private final transient ServerLimits limits;

  /**
   * A call that failed at its first try and was not charged.
   *
   * @param failureCause what went wrong
   * @param status the HTTP status, 0 if there is none
   * @param message what happened, without key or prompt
   * @param retryAfter how long the server asks to wait, or null if it does not say
   * @param limits what the server says about its limits
   * @param cause what was thrown below, or null
   */
  public ModelUnavailableException(
      FailureCause failureCause,
      int status,
      String message,
      Duration retryAfter,
      ServerLimits limits,
      Throwable cause) {
    this(failureCause, status, message, Usage.NONE, 1, retryAfter, limits, cause);
  }

  /**
   * A call that failed at its first try and may have been charged.
   *
   * @param failureCause what went wrong
   * @param status the HTTP status, 0 if there is none
   * @param message what happened, without key or prompt
   * @param usage what the server charged for it
   * @param retryAfter how long the server asks to wait, or null if it does not say
   * @param limits what the server says about its limits
   * @param cause what was thrown below, or null
   */
  public ModelUnavailableException(
      FailureCause failureCause,
      int status,
      String message,
      Usage usage,
      Duration retryAfter,
      ServerLimits limits,
      Throwable cause) {
    this(failureCause, status, message, usage, 1, retryAfter, limits, cause);
  }

  private ModelUnavailableException(
      FailureCause failureCause,
      int status,
      String message,
      Usage usage,
      int tries,
      Duration retryAfter,
      ServerLimits limits,
      Throwable cause) {
    super(failureCause, status, message, usage, tries, cause);
    this.retryAfter = retryAfter;
    this.limits = Objects.requireNonNull(limits, "limits must not be null");
  }

  /** How long the server asks to wait; null if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** What the server says about its limits. */
  public ServerLimits limits() {
    return limits == null ? ServerLimits.NONE : limits;
  }

  /** The same failure without a wait, for a caller who can ask another server. */
  public ModelUnavailableException withoutRetryAfter() {
    return new ModelUnavailableException(
        failureCause(), status(), getMessage(), usage(), tries(), null, limits(), this);
  }

  /**
   * The same failure, after which the request is not tried again; its message says so.
   *
   * @param count how often the request was sent
   * @param elapsed time from the first try
   */
  public ModelUnavailableException givenUp(int count, Duration elapsed) {
    String message =
        "%s (given up after %d tries in %.1f s)"
            .formatted(getMessage(), count, elapsed.toMillis() / 1000.0);
    return new ModelUnavailableException(
        failureCause(), status(), message, usage(), count, retryAfter, limits(), this);
  }

  @Override
  public ModelUnavailableException after(int count, Usage charged) {
    return new ModelUnavailableException(
        failureCause(), status(), getMessage(), charged, count, retryAfter, limits(), this);
  }
}
