package io.mathscale.core.calls.limits;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has spent, for certain and perhaps, and may still spend, in US dollars. What is in
 * flight is reserved at its worst price until its end is known. Not thread-safe.
 */
final class Ledger {
  private final List<Budget> budgets;
  private final Map<String, BigDecimal> reservedBy = new HashMap<>();
  private BigDecimal certain = BigDecimal.ZERO;
  private BigDecimal doubtful = BigDecimal.ZERO;
  private BigDecimal reserved = BigDecimal.ZERO;

  /** The ledger of a run that must keep within all of the budgets; none for no cap. */
  Ledger(List<Budget> budgets) {
    this.budgets = List.copyOf(budgets);
  }

  boolean isLimited() {
    return !budgets.isEmpty();
  }

  /** Reserves the worst price of a call, or says why not. */
  Answer reserve(String executor, BigDecimal worst) {
    if (passedBy(worst).isPresent()) {
      return reserved.signum() > 0 ? Answer.WAIT : Answer.EXHAUSTED;
    }

    reserved = reserved.add(worst);
    reservedBy.merge(executor, worst, BigDecimal::add);
    return Answer.RESERVED;
  }

  /** The first budget over which a call of this price might go. */
  Optional<Budget> passedBy(BigDecimal worst) {
    BigDecimal most = bound().add(worst);
    return budgets.stream().filter(budget -> most.compareTo(budget.left()) > 0).findFirst();
  }

  /**
   * Calls ended: their reservation is given back, what they cost is spent. What was given up for
   * lost was counted as doubtful: that is put right.
   *
   * @param reservation what had been reserved for them
   * @param cost what they cost for certain
   * @param doubt what they may have cost beyond that
   */
  void settle(String executor, BigDecimal reservation, BigDecimal cost, BigDecimal doubt) {
    BigDecimal held = reservedBy.getOrDefault(executor, BigDecimal.ZERO).min(reservation);
    reserved = reserved.subtract(held);
    reservedBy.merge(executor, held.negate(), BigDecimal::add);
    certain = certain.add(cost);
    doubtful = doubtful.add(doubt).subtract(reservation.subtract(held));
  }

  /**
   * An executor is gone: what it had in flight may have been charged.
   *
   * @return how much that is
   */
  BigDecimal lose(String executor) {
    BigDecimal lost = reservedBy.getOrDefault(executor, BigDecimal.ZERO);
    reservedBy.remove(executor);
    reserved = reserved.subtract(lost);
    doubtful = doubtful.add(lost);
    return lost;
  }

  /** What the run has spent for certain. */
  BigDecimal certain() {
    return certain;
  }

  /** What the run may have spent beyond that, apart from what is in flight. */
  BigDecimal doubtful() {
    return doubtful;
  }

  /** The most that the run can have spent by now. */
  BigDecimal bound() {
    return certain.add(doubtful).add(reserved);
  }

  /** The most that the run may spend. */
  BigDecimal most() {
    return budgets.stream().map(Budget::left).min(BigDecimal::compareTo).orElseThrow();
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
