package io.mathscale.core.calls.spending;

import io.mathscale.core.calls.limits.Budget;
import io.mathscale.core.calls.stats.CallStats;
import java.math.BigDecimal;

/**
 * US dollars that were spent.
 *
 * @param certain for certain
 * @param doubtful perhaps, beyond that
 */
public record Spending(BigDecimal certain, BigDecimal doubtful) {
  /** Nothing was spent. */
  public static final Spending NONE = new Spending(BigDecimal.ZERO, BigDecimal.ZERO);

  /** What these calls cost. */
  public static Spending of(CallStats calls) {
    return new Spending(calls.cost(), calls.doubtfulCost());
  }

  /** Both together. */
  public Spending plus(Spending other) {
    return new Spending(certain.add(other.certain), doubtful.add(other.doubtful));
  }

  /** All that may have been spent. */
  public BigDecimal most() {
    return certain.add(doubtful);
  }

  /** A budget of which this is spent. */
  Budget of(String setting, BigDecimal cap) {
    return new Budget(setting, cap, certain, doubtful);
  }
}
