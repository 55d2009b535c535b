package io.mathscale.core.model.pool;

import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndpointCircuitBreakerTest {
  private static final long SECOND = 1_000_000_000L;

  private final EndpointCircuitBreaker breaker =
      new EndpointCircuitBreaker(
          new CooldownPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(60)));

  @Test
  void opensForACooldownAfterConsecutiveFailures() {
    fail(0);
    assertThat(breaker.isAvailable(0)).isTrue();
    fail(0);

    assertThat(breaker.isAvailable(0)).isFalse();
    assertThat(breaker.isAvailable(SECOND - 1)).isFalse();
    assertThat(breaker.isAvailable(SECOND)).isTrue();
  }

  @Test
  void staysClosedWhereASuccessComesBetweenTheFailures() {
    fail(0);
    breaker.succeeded(0);
    fail(0);

    assertThat(breaker.isAvailable(0)).isTrue();
  }

  @Test
  void letsASingleProbeThroughAndClosesWithItsSuccess() {
    open();
    breaker.begin(SECOND);
    assertThat(breaker.isAvailable(SECOND)).as("while the probe is in flight").isFalse();

    breaker.succeeded(SECOND);

    assertThat(breaker.isAvailable(SECOND)).isTrue();
  }

  @Test
  void coolsDownTwiceAsLongAfterAProbeThatFailed() {
    open();
    breaker.begin(SECOND);
    fail(SECOND);

    assertThat(breaker.cooldownEnds()).isEqualTo(3 * SECOND);
  }

  @Test
  void isNotClosedByACallThatBeganBeforeTheCooldown() {
    breaker.failed(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)), 5 * SECOND);

    breaker.succeeded(4 * SECOND);

    assertThat(breaker.isAvailable(5 * SECOND)).isFalse();
    assertThat(breaker.cooldownEnds()).isEqualTo(25 * SECOND);
  }

  @Test
  void coolsDownForTheLongestTimeAfterARefusal() {
    breaker.refused(0);

    assertThat(breaker.isRefused()).isTrue();
    assertThat(breaker.cooldownEnds()).isEqualTo(60 * SECOND);
  }

  private void open() {
    fail(0);
    fail(0);
  }

  private void fail(long now) {
    breaker.failed(unavailable(FailureCause.SERVER_ERROR, null), now);
  }
}
