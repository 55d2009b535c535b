package io.mathscale.core.calls.limits;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A cap on what may be spent, and what of it was spent before a run.
 *
 * @param setting the key of the configuration that sets it
 * @param cap US dollars
 * @param certain US dollars that were spent before
 * @param doubtful US dollars that may have been spent beyond those
 */
public record Budget(String setting, BigDecimal cap, BigDecimal certain, BigDecimal doubtful)
    implements Serializable {
  /** What may still be spent. */
  BigDecimal left() {
    return cap.subtract(certain).subtract(doubtful).max(BigDecimal.ZERO);
  }

  /** The same with a part of what is left, from 0 to 1. */
  Budget withShare(double share) {
    BigDecimal kept = left().multiply(BigDecimal.valueOf(share));
    return new Budget(setting, certain.add(doubtful).add(kept), certain, doubtful);
  }
}
