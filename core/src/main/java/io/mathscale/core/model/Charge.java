package io.mathscale.core.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What requests cost.
 *
 * @param usage the tokens they took
 * @param cost US dollars that the service charges for certain
 * @param doubtfulCost US dollars that it may charge beyond those: the worst price of requests of
 *     which nobody knows whether they were charged
 */
public record Charge(Usage usage, BigDecimal cost, BigDecimal doubtfulCost) {
  /** Nothing is charged. */
  public static final Charge NONE = new Charge(Usage.NONE, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Checks that nothing is null. */
  public Charge {
    Objects.requireNonNull(usage, "usage must not be null");
    Objects.requireNonNull(cost, "cost must not be null");
    Objects.requireNonNull(doubtfulCost, "doubtfulCost must not be null");
  }

  /** A charge that is certain. */
  public static Charge certain(Usage usage, BigDecimal cost) {
    return new Charge(usage, cost, BigDecimal.ZERO);
  }

  /** The sum. */
  public Charge plus(Charge other) {
    return new Charge(
        usage.plus(other.usage), cost.add(other.cost), doubtfulCost.add(other.doubtfulCost));
  }

  /** Whether nothing is charged, for certain or perhaps. */
  public boolean isNothing() {
    return usage.equals(Usage.NONE) && cost.signum() == 0 && doubtfulCost.signum() == 0;
  }
}
