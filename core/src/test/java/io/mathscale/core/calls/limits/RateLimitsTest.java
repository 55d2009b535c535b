package io.mathscale.core.calls.limits;

import static io.mathscale.core.calls.CallsFixture.limits;
import static io.mathscale.core.calls.limits.LimitsFixture.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final RequestEstimate LONG = new RequestEstimate(100, 1_000, BigDecimal.ZERO);

  @Test
  void isFreeWithoutLimits() {
    RateLimits rates = new RateLimits(limits(0, 0, 0, "0"), 1, 0);

    rates.take(LONG);

    assertThat(rates.isLimited()).isFalse();
    assertThat(rates.nanosUntilReady(0)).isZero();
  }

  @Test
  void keepsItsShareOfTheRequests() {
    RateLimits rates = new RateLimits(limits(120, 0, 0, "0"), 0.5, 0);

    rates.take(RequestEstimate.NONE);

    assertThat(rates.nanosUntilReady(0)).isEqualTo(SECOND);
  }

  @Test
  void correctsTheInputToWhatTheServiceCounted() {
    RateLimits rates = new RateLimits(limits(0, 6_000, 0, "0"), 1, 0);
    rates.take(LONG); // the bucket's 100 tokens

    settle(rates, 1, new Usage(300, 0, 5, true), 0);

    assertThat(rates.nanosUntilReady(0)).isEqualTo(2 * SECOND + SECOND / 100);
  }

  @Test
  void expectsTheLongestAnswerUntilItKnowsBetter() {
    RateLimits rates = new RateLimits(limits(0, 0, 6_000, "0"), 1, 0);

    rates.take(LONG);

    assertThat(rates.nanosUntilReady(0)).isEqualTo(9 * SECOND + SECOND / 100);

    settle(rates, 1, new Usage(100, 0, 50, true), 0);

    assertThat(rates.nanosUntilReady(0)).isZero();
  }

  @Test
  void expectsTheMeanAnswerOnceItKnowsSome() {
    RateLimits rates = new RateLimits(limits(0, 0, 60_000, "0"), 1, 0);
    long now = 0;
    for (int i = 0; i < 20; i++) {
      rates.take(LONG);
      settle(rates, 1, new Usage(100, 0, 50, true), now);
    }

    now += 60 * SECOND; // the bucket is full again: 1,000 tokens
    int given = 0;
    while (rates.nanosUntilReady(now) == 0) {
      rates.take(LONG);
      given++;
    }

    assertThat(given).isEqualTo(20);
  }

  @Test
  void slowsDownWhenTheServiceSaysTooMany() {
    RateLimits rates = new RateLimits(limits(0, 0, 0, "0"), 1, 0);
    ExecutorReport throttled = new ExecutorReport();
    for (int i = 0; i < 10; i++) {
      end(throttled, RequestEstimate.NONE, Usage.NONE, "0");
      throttled.throttled();
    }

    rates.settle(throttled, SECOND);

    assertThat(rates.isLimited()).isTrue();
  }

  private static void settle(RateLimits rates, int calls, Usage usage, long now) {
    ExecutorReport ended = new ExecutorReport();
    for (int i = 0; i < calls; i++) {
      end(ended, LONG, usage, "0");
      ended.completed(false);
    }

    rates.settle(ended, now);
  }
}
