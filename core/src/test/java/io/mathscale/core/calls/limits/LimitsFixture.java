package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongSupplier;

/** Estimates and ends of requests for tests. */
public final class LimitsFixture {
  private LimitsFixture() {}

  static RequestEstimate estimate(String worstCost) {
    return new RequestEstimate(0, 0, new BigDecimal(worstCost));
  }

  /** The limits of a run at a service that is there. */
  static RunLimits run(
      CallsConfig config,
      double share,
      long total,
      List<Budget> budgets,
      SpendingBound bound,
      LongSupplier nanoClock) {
    OutageWatch watch = new OutageWatch("stage", config, 1, false, nanoClock);
    return new RunLimits("stage", config, share, total, budgets, bound, watch, nanoClock);
  }

  /** A granted request that ended with this usage and price. */
  static void end(ExecutorReport ended, RequestEstimate estimate, Usage usage, String cost) {
    ended.request(estimate, true, Charge.certain(usage, new BigDecimal(cost)));
  }

  /** The budget of limits, of which nothing is spent yet; none where they have none. */
  static List<Budget> budgets(CallsConfig config) {
    return config.budget().signum() == 0
        ? List.of()
        : List.of(new Budget("calls.budget", config.budget(), BigDecimal.ZERO, BigDecimal.ZERO));
  }
}
