package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterParserTest {
  private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "retry-after, 20, PT20S",
    "retry-after, 1.5, PT1.5S",
    "retry-after, 0, PT0S",
    "retry-after-ms, 1500, PT1.5S",
    "retry-after, 'Tue, 05 Mar 2024 12:00:30 GMT', PT30S",
    "retry-after, 'Tue, 05 Mar 2024 11:59:00 GMT', PT0S",
    "retry-after, 999999999999, P7D"
  })
  void readsRetryAfter(String header, String value, Duration expected) {
    assertThat(RetryAfterParser.retryAfter(Map.of(header, value)::get, NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "later", "-5", "1e9", "Tue, 35 Mar 2024 12:00:30 GMT"})
  void takesWhatIsNoRetryAfterForNone(String value) {
    assertThat(RetryAfterParser.retryAfter(Map.of("retry-after", value)::get, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-05T12:00:00Z", "2024-03-05T11:00:00Z", "2024-03-05T14:00:00Z"})
  void waitsAsLongWhateverTheClockHereSays(String now) {
    Map<String, String> headers =
        Map.of(
            "date", "Tue, 05 Mar 2024 12:00:00 GMT",
            "retry-after", "Tue, 05 Mar 2024 12:00:30 GMT");

    assertThat(RetryAfterParser.retryAfter(headers::get, Instant.parse(now)))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void takesADateThatCannotBeReadForNone() {
    Map<String, String> headers =
        Map.of("date", "now", "retry-after", "Tue, 05 Mar 2024 12:00:30 GMT");

    assertThat(RetryAfterParser.retryAfter(headers::get, NOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void prefersMilliseconds() {
    Map<String, String> headers = Map.of("retry-after-ms", "200", "retry-after", "1");

    assertThat(RetryAfterParser.retryAfter(headers::get, NOW)).isEqualTo(Duration.ofMillis(200));
  }
}
