package io.mathscale.core.calls.limits;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stage has spent and may still spend, in US dollars. What is in flight is reserved at its
 * worst price until its end is known. Not thread-safe.
 */
final class Ledger {
  private final BigDecimal cap;
  private final Map<String, BigDecimal> reservedBy = new HashMap<>();
  private BigDecimal spent;
  private BigDecimal reserved = BigDecimal.ZERO;

  /** A ledger with a cap (0 = none) of which earlier runs spent a part. */
  Ledger(BigDecimal cap, BigDecimal spentBefore) {
    this.cap = cap;
    this.spent = spentBefore;
  }

  boolean isLimited() {
    return cap.signum() > 0;
  }

  /** Reserves the worst price of a call, or says why not. */
  Answer reserve(String executor, BigDecimal worst) {
    if (isLimited() && spent.add(reserved).add(worst).compareTo(cap) > 0) {
      return reserved.signum() > 0 ? Answer.WAIT : Answer.EXHAUSTED;
    }

    reserved = reserved.add(worst);
    reservedBy.merge(executor, worst, BigDecimal::add);
    return Answer.RESERVED;
  }

  /**
   * Calls ended: their reservation is given back, what they cost is spent. What was given up for
   * lost was counted as spent: that is put right.
   */
  void settle(String executor, BigDecimal reservation, BigDecimal cost) {
    BigDecimal held = reservedBy.getOrDefault(executor, BigDecimal.ZERO).min(reservation);
    reserved = reserved.subtract(held);
    reservedBy.merge(executor, held.negate(), BigDecimal::add);
    spent = spent.add(cost).subtract(reservation.subtract(held));
  }

  /**
   * An executor is gone: what it had in flight may have been charged, so it counts as spent.
   *
   * @return how much that is
   */
  BigDecimal lose(String executor) {
    BigDecimal lost = reservedBy.getOrDefault(executor, BigDecimal.ZERO);
    reservedBy.remove(executor);
    reserved = reserved.subtract(lost);
    spent = spent.add(lost);
    return lost;
  }

  BigDecimal spent() {
    return spent;
  }

  BigDecimal cap() {
    return cap;
  }

  /** What became of a wish to spend. */
  enum Answer {
    /** Go on. */
    RESERVED,
    /** Not now: what is in flight may give something back. */
    WAIT,
    /** Never: nothing is in flight and it would go over. */
    EXHAUSTED
  }
}
