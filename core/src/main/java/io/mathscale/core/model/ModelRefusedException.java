package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;

/** The service refuses all that we ask: a bad key, no money left, no such model. Ends the job. */
public final class ModelRefusedException extends ModelException {
  private static final long serialVersionUID = 1;

  /**
   * A refusal of the first try.
   *
   * @param failureCause what was refused
   * @param status the HTTP status
   * @param message what happened, without key or prompt
   * @param cause what was thrown below, or null
   */
  public ModelRefusedException(
      FailureCause failureCause, int status, String message, Throwable cause) {
    super(failureCause, status, message, Usage.NONE, cause);
  }

  private ModelRefusedException(ModelRefusedException refusal, int tries, Usage charged) {
    super(refusal.failureCause(), refusal.status(), refusal.getMessage(), charged, tries, refusal);
  }

  /** The refusal as a failure for now, where another endpoint may answer. */
  public ModelUnavailableException elsewhere() {
    return new ModelUnavailableException(
        failureCause(), status(), getMessage(), null, ServerLimits.NONE, this);
  }

  @Override
  public ModelRefusedException after(int count, Usage charged) {
    return new ModelRefusedException(this, count, charged);
  }
}
