package io.mathscale.core.model.retry;

import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.FailureCause;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  @Property(seed = "42")
  void backsOffWithinItsBounds(
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double jitter,
      @ForAll @LongRange(min = 1, max = 60_000) long firstMillis,
      @ForAll @LongRange(min = 0, max = 600_000) long moreMillis) {
    Duration first = Duration.ofMillis(firstMillis);
    Duration longest = first.plusMillis(moreMillis);
    RetryPolicy policy = new RetryPolicy(3, Duration.ofHours(1), first, longest);

    Duration delay = policy.backoff(failures, jitter);

    assertThat(delay).isBetween(Duration.ZERO, longest);
    if (failures < 20) {
      assertThat(delay).isLessThanOrEqualTo(first.multipliedBy(1L << (failures - 1)));
    }
  }

  @Property(seed = "42")
  void neverComesBackBeforeTheServerAsked(
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double jitter,
      @ForAll @LongRange(min = 1, max = 600_000) long askedMillis) {
    Duration asked = Duration.ofMillis(askedMillis);

    Duration delay =
        RetryPolicy.of(6, Duration.ofHours(1))
            .delay(unavailable(FailureCause.RATE_LIMITED, asked), failures, jitter);

    assertThat(delay).isBetween(asked, asked.plusMillis(500));
  }

  @Test
  void believesAServerThatIsAwayHalfAMinuteAtMost() {
    RetryPolicy policy = RetryPolicy.of(6, Duration.ofHours(1));

    assertThat(policy.delay(unavailable(FailureCause.SERVER_ERROR, Duration.ofSeconds(20)), 1, 0))
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(policy.delay(unavailable(FailureCause.SERVER_ERROR, Duration.ofHours(1)), 1, 0))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void doublesUpToTheLongestDelay() {
    RetryPolicy policy =
        new RetryPolicy(9, Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertThat(policy.backoff(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.backoff(2, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.backoff(3, 1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(policy.backoff(4, 1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(policy.backoff(3, 0.5)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void takesARetryAfterOfZeroForNone() {
    RetryPolicy policy = RetryPolicy.of(6, Duration.ofHours(1));

    assertThat(policy.delay(unavailable(FailureCause.RATE_LIMITED, Duration.ZERO), 3, 1))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.delay(unavailable(FailureCause.RATE_LIMITED, null), 3, 1))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void checksItsBounds() {
    assertThatThrownBy(() -> RetryPolicy.of(0, Duration.ofHours(1)))
        .hasMessage("maxTries must be at least 1: 0");
    assertThatThrownBy(
            () -> new RetryPolicy(1, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessage("maxDelay must be at least firstDelay, PT2S: PT1S");
  }
}
