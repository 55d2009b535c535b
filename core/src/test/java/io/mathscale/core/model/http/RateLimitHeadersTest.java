package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.ServerLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTest {
  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "6m0s, PT6M",
    "20ms, PT0.02S",
    "1h2m3.5s, PT1H2M3.5S",
    "1d2h, PT26H",
    "2m59.56s, PT2M59.56S",
    "250us, PT0.00025S",
    "7, PT7S",
    "0.5, PT0.5S",
    "0s, PT0S",
    "99999999d, P7D"
  })
  void readsSpans(String text, Duration expected) {
    assertThat(RateLimitHeaders.span(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1s soon", "-1s", "1x", "s", "1 s", "9999999999999999999s"})
  void takesWhatIsNoSpanForNone(String text) {
    assertThat(RateLimitHeaders.span(text)).isZero();
  }

  @Test
  void readsLimits() {
    Map<String, String> headers =
        Map.of(
            "x-ratelimit-limit-requests", "60",
            "x-ratelimit-remaining-requests", "59",
            "x-ratelimit-reset-requests", "1s",
            "x-ratelimit-limit-tokens", "150000",
            "x-ratelimit-remaining-tokens", "149984",
            "x-ratelimit-reset-tokens", "6m0s");

    assertThat(RateLimitHeaders.read(headers::get))
        .isEqualTo(
            new ServerLimits(
                60, 59, Duration.ofSeconds(1), 150_000, 149_984, Duration.ofMinutes(6)));
  }

  @Test
  void leavesOutLimitsThatAreNotSaid() {
    assertThat(RateLimitHeaders.read(Map.of("x-ratelimit-remaining-tokens", "5")::get))
        .isEqualTo(new ServerLimits(-1, -1, Duration.ZERO, -1, 5, Duration.ZERO));
    assertThat(RateLimitHeaders.read(Map.of("x-ratelimit-remaining-tokens", "many")::get))
        .isEqualTo(ServerLimits.NONE);
    assertThat(RateLimitHeaders.read(Map.<String, String>of()::get)).isEqualTo(ServerLimits.NONE);
  }
}
