package io.mathscale.core.calls.limits;

import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/** Estimates and ends of requests for tests. */
public final class LimitsFixture {
  private LimitsFixture() {}

  static RequestEstimate estimate(String worstCost) {
    return new RequestEstimate(0, 0, new BigDecimal(worstCost));
  }

  /** The limits of a run at a service that is there. */
  static RunLimits run(
      CallsConfig config, double share, long total, String spentBefore, LongSupplier nanoClock) {
    OutageWatch watch = new OutageWatch("stage", config, 1, false, nanoClock);
    return new RunLimits(
        "stage", config, share, total, new BigDecimal(spentBefore), watch, nanoClock);
  }

  /** A granted request that ended with this usage and price. */
  static void end(ExecutorReport ended, RequestEstimate estimate, Usage usage, String cost) {
    ended.request(estimate, true, usage, new BigDecimal(cost));
  }
}
