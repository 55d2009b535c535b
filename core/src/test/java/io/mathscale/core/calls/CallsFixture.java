package io.mathscale.core.calls;

import io.mathscale.core.config.Bytes;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.SecretSource;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.TruncatedAnswers;
import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Limits, demands and ends of calls for tests. */
final class CallsFixture {
  private CallsFixture() {}

  static CallsConfig unlimited() {
    return limits(0, 0, 0, "0");
  }

  static CallsConfig limits(long requests, long inputTokens, long outputTokens, String budget) {
    return new CallsConfig(
        64,
        requests,
        inputTokens,
        outputTokens,
        new BigDecimal(budget),
        6,
        Duration.ofMinutes(30),
        0.05,
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }

  /** A run that asks a model that costs 1 dollar a million tokens, 2 for those of answers. */
  static RunSpec run(CallsConfig limits) {
    SecretSource none = new SecretSource("", "", "");
    Price price = new Price(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(2));
    ModelConfig model =
        new ModelConfig(
            "http://127.0.0.1:1/v1",
            "m",
            "",
            "",
            none,
            price,
            0,
            0,
            Duration.ofSeconds(5),
            new Bytes(1 << 20),
            Map.of(),
            Map.of(),
            "",
            true,
            true,
            List.of());
    return new RunSpec(
        "run",
        "stage",
        model,
        limits,
        0,
        1,
        64,
        List.of(),
        "",
        TruncatedAnswers.FAIL,
        "/none",
        1,
        BigDecimal.ZERO);
  }

  static Demand demand(String worstCost) {
    return new Demand(0, 0, new BigDecimal(worstCost));
  }

  /** A granted request that ended with this usage and price. */
  static void end(Settlement ended, Demand demand, Usage usage, String cost) {
    ended.request(demand, true, usage, new BigDecimal(cost));
  }

  static Completion completion(String key, String content) {
    return new Completion(
        key, content, "", "stop", "m", 10, 4, 2, true, new BigDecimal("0.25"), 1, 20, 1_000);
  }

  static CallFailure failure(String key, FailureCause cause, long finishedAt) {
    return new CallFailure(
        key, cause, 200, "why", 10, 2, new BigDecimal("0.125"), 1, 20, finishedAt);
  }
}
