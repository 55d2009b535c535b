package io.mathscale.core.model;

import io.mathscale.core.data.FailureCause;

/**
 * What answered is not the service: 404 at its path, a redirect, a proxy that wants a login, a web
 * page. A single request may meet that for reasons of its own; where all do, the address is wrong.
 */
public final class ModelMisdirectedException extends ModelException {
  private static final long serialVersionUID = 1;

  /**
   * A request that was misdirected at its first try.
   *
   * @param failureCause what its row tells if it alone is misdirected
   * @param status the HTTP status
   * @param message what happened, without key or prompt
   * @param usage what may have been charged for it
   * @param cause what was thrown below, or null
   */
  public ModelMisdirectedException(
      FailureCause failureCause, int status, String message, Usage usage, Throwable cause) {
    super(failureCause, status, message, usage, cause);
  }

  private ModelMisdirectedException(ModelMisdirectedException failure, int tries, Usage charged) {
    super(failure.failureCause(), failure.status(), failure.getMessage(), charged, tries, failure);
  }

  /** The same as a refusal for good: all requests meet it. */
  public ModelRefusedException refusal() {
    return new ModelRefusedException(failureCause(), status(), getMessage(), this);
  }

  @Override
  public ModelMisdirectedException after(int count, Usage charged) {
    return new ModelMisdirectedException(this, count, charged);
  }
}
