package io.mathscale.teacher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
  private final AtomicLong now = new AtomicLong();
  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  @Test
  void fillsItsBucketsAllTheTime() {
    Limiter limiter = new Limiter(60, 0, now::get);
    for (int request = 0; request < 60; request++) {
      limiter.admit(1, headers);
    }

    assertRefused(limiter, 1, "requests");
    assertThat(headers.get("retry-after-ms")).isEqualTo("1000");
    assertThat(headers.get("retry-after")).isEqualTo("1");

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));

    limiter.admit(1, headers);
    assertRefused(limiter, 1, "requests");
  }

  @Test
  void limitsTokens() {
    Limiter limiter = new Limiter(0, 600, now::get);

    limiter.admit(500, headers);
    assertRefused(limiter, 200, "tokens");
    assertThat(headers.get("retry-after-ms")).isEqualTo("10000");

    limiter.admit(100, headers);
    assertThat(headers.get("x-ratelimit-limit-tokens")).isEqualTo("600");
    assertThat(headers.get("x-ratelimit-remaining-tokens")).isEqualTo("0");
    assertThat(headers.get("x-ratelimit-reset-tokens")).isEqualTo("1m0s");
    assertThat(headers.contains("x-ratelimit-limit-requests")).isFalse();
  }

  @Test
  void takesNothingForWhatItRefuses() {
    Limiter limiter = new Limiter(10, 100, now::get);
    assertRefused(limiter, 1000, "tokens");

    assertThatCode(() -> limiter.admit(100, headers)).doesNotThrowAnyException();
  }

  @Test
  void withoutLimitsAllMayPass() {
    new Limiter(0, 0, now::get).admit(Long.MAX_VALUE, headers);

    assertThat(headers).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0ms", "12, 12ms", "1000, 1s", "59001, 1m0s", "360000, 6m0s", "3600000, 1h0m0s"})
  void writesDurationsAsOpenAi(long millis, String text) {
    assertThat(Limiter.duration(millis)).isEqualTo(text);
  }

  private void assertRefused(Limiter limiter, long tokens, String limit) {
    assertThatThrownBy(() -> limiter.admit(tokens, headers))
        .isInstanceOf(RefusedException.class)
        .hasMessage("Rate limit reached for teacher on " + limit + " per min");
  }
}
