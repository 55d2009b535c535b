package io.mathscale.teacher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
  private final AtomicLong now = new AtomicLong();

  @Test
  void fillsItsBucketsAllTheTime() {
    Limiter limiter = new Limiter(60, 0, now::get);
    for (int request = 0; request < 60; request++) {
      assertThat(limiter.admit(1).refusal()).isEmpty();
    }

    assertThat(limiter.admit(1).refusal()).contains(new Limiter.Refusal("requests", 1000));

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));

    assertThat(limiter.admit(1).refusal()).isEmpty();
    assertThat(limiter.admit(1).refusal()).isPresent();
  }

  @Test
  void limitsTokens() {
    Limiter limiter = new Limiter(0, 600, now::get);

    assertThat(limiter.admit(500).refusal()).isEmpty();
    assertThat(limiter.admit(200).refusal()).contains(new Limiter.Refusal("tokens", 10_000));
    assertThat(limiter.admit(100).headers())
        .contains(
            new Limiter.Header("x-ratelimit-limit-tokens", "600"),
            new Limiter.Header("x-ratelimit-remaining-tokens", "0"),
            new Limiter.Header("x-ratelimit-reset-tokens", "1m0s"));
  }

  @Test
  void takesNothingForWhatItRefuses() {
    Limiter limiter = new Limiter(10, 100, now::get);

    limiter.admit(1000);

    assertThat(limiter.admit(100).refusal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0ms", "12, 12ms", "1000, 1s", "59001, 1m0s", "360000, 6m0s", "3600000, 1h0m0s"})
  void writesDurationsAsOpenAi(long millis, String text) {
    assertThat(Limiter.duration(millis)).isEqualTo(text);
  }
}
