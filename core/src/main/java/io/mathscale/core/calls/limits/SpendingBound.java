package io.mathscale.core.calls.limits;

import java.math.BigDecimal;

/** Keeps the most that a run can have spent where it outlives the run. */
public interface SpendingBound {
  /** Keeps nothing: where nothing is limited, nothing is leased. */
  SpendingBound NONE = dollars -> {};

  /**
   * Keeps a bound in place of the one before; durable on return.
   *
   * @param dollars US dollars that the run has spent or may spend
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  void keep(BigDecimal dollars);
}
