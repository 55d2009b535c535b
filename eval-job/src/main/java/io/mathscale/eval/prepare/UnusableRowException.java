package io.mathscale.eval.prepare;

import io.mathscale.core.data.RejectionReason;

/** A row of a benchmark file is no problem that a model could be scored on. */
final class UnusableRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;

  UnusableRowException(RejectionReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  RejectionReason reason() {
    return reason;
  }
}
