package io.mathscale.core.model;

/** Gives permission to send requests, as the limits of the application allow. */
public interface Permits {
  /**
   * Waits until the request may be sent.
   *
   * @throws StoppedException if it never may: the budget is reached or the job is stopping
   */
  Permit acquire(ChatRequest request);
}
