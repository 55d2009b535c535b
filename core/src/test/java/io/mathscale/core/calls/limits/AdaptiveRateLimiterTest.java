package io.mathscale.core.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdaptiveRateLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  private long now = -SECOND;
  private final AdaptiveRateLimiter pace = new AdaptiveRateLimiter(now);

  @Test
  void hasNoLimitUntilTheServiceSaysTooMany() {
    answer(1_000, 0);

    assertThat(pace.isLimited()).isFalse();

    answer(1_000, 600);

    assertThat(pace.perMinute()).isCloseTo(0.95 * 400 * 60, within(1e-6));
  }

  @Test
  void doesNotCountTheTimeBeforeTheFirstRequestsEnd() {
    now += 6 * SECOND;
    pace.settled(3, 1, Headroom.UNKNOWN, now);
    answer(17, 1);

    assertThat(pace.perMinute()).isCloseTo(0.95 * 16 * 60, within(1e-6));
  }

  /** First the service gives what it had saved up, then its rate. */
  @Test
  void findsTheRateThatTheServiceBears() {
    answer(5_000, 4_400);
    answer(570, 560);
    answer(10, 0);

    assertThat(pace.perMinute()).isCloseTo(1.05 * 0.95 * 10 * 60, within(1.0));
  }

  @Test
  void leavesTheRateAloneWhereLessOfItDoesNotHelp() {
    answer(1_000, 0);
    answer(1_000, 200);
    double lessened = pace.perMinute();
    answer(760, 152);

    assertThat(lessened).isCloseTo(0.95 * 800 * 60, within(1e-6));
    assertThat(pace.isLimited()).isFalse();

    for (int second = 1; second < 30; second++) {
      answer(1_000, 200);
    }

    assertThat(pace.isLimited()).isFalse();
  }

  @Test
  void neverStopsAltogether() {
    for (int second = 0; second < 1_000; second++) {
      answer(1, 1);
    }

    assertThat(pace.perMinute()).isEqualTo(6);
  }

  @Test
  void growsSlowlyWhileAllGoesWellUntilTheLimitIsGone() {
    answer(100, 20);
    double first = pace.perMinute();
    answer(50, 0);

    assertThat(pace.perMinute()).isCloseTo(first * 1.05, within(1e-6));

    for (int second = 0; second < 60; second++) {
      answer(50, 0);
    }

    assertThat(pace.isLimited()).isFalse();
  }

  @Test
  void followsTheServicesOwnLimitOfRequestsWhenItIsNear() {
    answer(50, new Headroom(0.9, 1 / 60.0, 10));

    assertThat(pace.isLimited()).isFalse();

    answer(50, new Headroom(0.1, 1 / 60.0, 10));

    assertThat(pace.perMinute()).isCloseTo(600, within(1e-6));
  }

  @Test
  void keepsATenthOfTheServicesLimitFree() {
    answer(50, new Headroom(0, 1 / 60.0, 10));

    assertThat(pace.perMinute()).isCloseTo(540, within(1e-6));

    answer(50, new Headroom(0.2, 1 / 60.0, 10));

    assertThat(pace.perMinute()).isCloseTo(660, within(1e-6));
  }

  @Test
  void learnsWhatARequestTakesOfALimitOfTokens() {
    answer(20, tokens(0.12));
    answer(20, tokens(0.1)); // 0.02 and what flowed back are taken by 20 requests

    double aRequest = (0.02 + 1 / 60.0) / 20;
    assertThat(pace.perMinute()).isCloseTo(1 / aRequest, within(1e-6));
  }

  /** A service that gives 600 requests or 60,000 tokens a minute, 100 tokens a request. */
  @Test
  void settlesAtTheServicesLimitOfTokensWithoutBeingRefused() {
    double left = 1;
    long refusedLate = 0;
    double acceptedLate = 0;
    for (int second = 0; second < 600; second++) {
      double sent = pace.isLimited() ? pace.perMinute() / 60 : 40;
      double accepted = Math.min(sent, left * 600 + 10);
      refusedLate += second > 20 && accepted < sent ? 1 : 0;
      acceptedLate += second >= 120 ? accepted : 0;
      left = Math.min(1, left + 1 / 60.0 - accepted / 600);
      now += SECOND;
      long refused = Math.round(sent - accepted);
      pace.settled(Math.round(sent), refused, tokens(Math.max(0, left)), now);
    }

    assertThat(refusedLate).isZero();
    assertThat(acceptedLate / (480 * 10)).isBetween(0.97, 1.01);
  }

  private static Headroom tokens(double left) {
    return new Headroom(left, 1 / 60.0, Double.POSITIVE_INFINITY);
  }

  /** A second in which so many requests were answered. */
  private void answer(long requests, Headroom headroom) {
    now += SECOND;
    pace.settled(requests, 0, headroom, now);
  }

  /** A second in which so many requests ended, some of them refused. */
  private void answer(long requests, long refused) {
    now += SECOND;
    pace.settled(requests, refused, Headroom.UNKNOWN, now);
  }
}
