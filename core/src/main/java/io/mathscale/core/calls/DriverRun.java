package io.mathscale.core.calls;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * A run of a stage, as the driver knows it.
 *
 * @param id identity of the run
 * @param limits its limits
 * @param ownership which attempt asks for which partition
 * @param credentials what only the service may see
 * @param lost told of the US dollars that an executor's end may have cost
 */
record DriverRun(
    String id,
    CallRun limits,
    Ownership ownership,
    Credentials credentials,
    Consumer<BigDecimal> lost) {
  /** An executor is gone. */
  void lose(String executor) {
    ownership.lose(executor);
    BigDecimal dollars = limits.lose(executor);
    if (dollars.signum() > 0) {
      lost.accept(dollars);
    }
  }
}
