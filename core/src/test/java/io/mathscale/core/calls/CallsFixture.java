package io.mathscale.core.calls;

import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.TruncatedAnswers;
import io.mathscale.core.time.TimeSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Limits and ends of calls for tests. */
public final class CallsFixture {
  private CallsFixture() {}

  /** No limits. */
  public static CallsConfig unlimited() {
    return limits(0, 0, 0, "0");
  }

  /** Limits a minute, and a budget in US dollars; 0 for none. */
  public static CallsConfig limits(
      long requests, long inputTokens, long outputTokens, String budget) {
    return config(requests, inputTokens, outputTokens, budget, false);
  }

  /** No limits, and patience where the allowance of a day is used up. */
  public static CallsConfig waitingForQuota() {
    return config(0, 0, 0, "0", true);
  }

  private static CallsConfig config(
      long requests, long inputTokens, long outputTokens, String budget, boolean waitForQuota) {
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
        Duration.ofSeconds(5),
        0.5,
        Duration.ofSeconds(15),
        waitForQuota);
  }

  /** What the model stack needs to know of a run, whose journal is nowhere. */
  static RunSettings settings(MathscaleConfig config, Sampling sampling, TimeSource time) {
    return new RunSettings(
        "run",
        "stage",
        config.model(),
        config.calls(),
        sampling.temperature(),
        sampling.topP(),
        sampling.maxTokens(),
        sampling.stop(),
        sampling.jsonSchema(),
        TruncatedAnswers.FAIL,
        AnswerCheck.NONE,
        "/none",
        1,
        List.of(),
        "/none",
        BigDecimal.ZERO,
        time,
        false);
  }

  /** An answer. */
  public static Completion completion(String key, String content) {
    return new Completion(
        key,
        content,
        "",
        "stop",
        "m",
        10,
        4,
        2,
        true,
        new BigDecimal("0.25"),
        1,
        20,
        1_000,
        BigDecimal.ZERO,
        0);
  }

  /** A failure. */
  public static CallFailure failure(String key, FailureCause cause, long finishedAt) {
    return new CallFailure(
        key,
        cause,
        200,
        "why",
        10,
        2,
        new BigDecimal("0.125"),
        1,
        20,
        finishedAt,
        BigDecimal.ZERO,
        0);
  }
}
