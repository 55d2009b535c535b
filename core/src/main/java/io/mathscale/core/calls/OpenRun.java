package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.limits.LostCalls;
import io.mathscale.core.calls.limits.RunLimits;
import java.util.function.Consumer;

/**
 * A run of a stage that executors may take part in, as the driver knows it.
 *
 * @param id identity of the run
 * @param limits its limits
 * @param claims which attempt asks for which partition
 * @param credentials what only the service may see
 * @param lost is told what a lost executor had in flight
 */
record OpenRun(
    String id,
    RunLimits limits,
    PartitionClaims claims,
    Credentials credentials,
    Consumer<LostCalls> lost) {
  /** An executor is gone. */
  void lose(String executor) {
    claims.lose(executor);
    LostCalls calls = limits.lose(executor);
    if (calls.isAny()) {
      lost.accept(calls);
    }
  }
}
