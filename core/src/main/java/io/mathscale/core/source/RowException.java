package io.mathscale.core.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;

/**
 * A row has not what it must have: it is rejected, the reading goes on. Without a stack trace,
 * since there may be one a row.
 */
public final class RowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;

  /**
   * Rejects a row.
   *
   * @param reason why
   * @param message what must hold, and what was
   */
  public RowException(RejectionReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** A field must hold something else than it does, or than nothing. */
  public static RowException wrongType(String must, JsonNode value) {
    return new RowException(
        RejectionReason.WRONG_TYPE,
        must + ": " + (value.isMissingNode() ? "missing" : value.toString()));
  }

  /** Why the row is rejected. */
  public RejectionReason reason() {
    return reason;
  }
}
