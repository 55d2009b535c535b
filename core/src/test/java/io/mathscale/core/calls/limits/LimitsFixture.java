package io.mathscale.core.calls.limits;

import io.mathscale.core.model.Usage;
import java.math.BigDecimal;

/** Estimates and ends of requests for tests. */
public final class LimitsFixture {
  private LimitsFixture() {}

  static RequestEstimate estimate(String worstCost) {
    return new RequestEstimate(0, 0, new BigDecimal(worstCost));
  }

  /** A granted request that ended with this usage and price. */
  static void end(ExecutorReport ended, RequestEstimate estimate, Usage usage, String cost) {
    ended.request(estimate, true, usage, new BigDecimal(cost));
  }
}
