package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.limits.RunLimits;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * A run of a stage that executors may take part in, as the driver knows it.
 *
 * @param id identity of the run
 * @param limits its limits
 * @param claims which attempt asks for which partition
 * @param credentials what only the service may see
 * @param lost is told the US dollars that the loss of an executor may have cost
 */
record OpenRun(
    String id,
    RunLimits limits,
    PartitionClaims claims,
    Credentials credentials,
    Consumer<BigDecimal> lost) {
  /** An executor is gone. */
  void lose(String executor) {
    claims.lose(executor);
    BigDecimal dollars = limits.lose(executor);
    if (dollars.signum() > 0) {
      lost.accept(dollars);
    }
  }
}
