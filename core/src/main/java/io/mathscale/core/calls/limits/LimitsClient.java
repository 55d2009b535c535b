package io.mathscale.core.calls.limits;

import java.util.List;

/** The way from an executor to where the limits of a run are kept. */
public interface LimitsClient {
  /**
   * Asks for permission to send requests.
   *
   * @param wanted what each of them may take
   */
  Grant lease(List<RequestEstimate> wanted);

  /**
   * Reports what has ended.
   *
   * @param ended what has ended since the last report
   */
  RunState settle(ExecutorReport ended);
}
