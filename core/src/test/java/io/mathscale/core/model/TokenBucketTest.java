package io.mathscale.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = new FakeClock().getAsLong(); // wraps around, as nanoTime may

  @Test
  void givesAtOnceWithoutALimit() {
    TokenBucket bucket = new TokenBucket(0, START);

    bucket.take(1e12);

    assertThat(bucket.isLimited()).isFalse();
    assertThat(bucket.nanosUntilReady(START)).isZero();
  }

  @Test
  void givesOneSecondsWorthAtOnceThenItsRate() {
    TokenBucket bucket = new TokenBucket(600, START);
    int given = 0;
    while (bucket.nanosUntilReady(START) == 0) {
      bucket.take(1);
      given++;
    }

    assertThat(given).isEqualTo(10);
    assertThat(bucket.nanosUntilReady(START)).isEqualTo(SECOND / 10);
    assertThat(bucket.nanosUntilReady(START + SECOND / 10)).isZero();
  }

  @Test
  void neverHoldsMoreThanASecondsWorth() {
    TokenBucket bucket = new TokenBucket(600, START);

    assertThat(bucket.nanosUntilReady(START + 3600 * SECOND)).isZero();

    bucket.take(10);

    assertThat(bucket.nanosUntilReady(START + 3600 * SECOND)).isPositive();
  }

  @Test
  void paysBackWhatItOwesBeforeItGivesMore() {
    TokenBucket bucket = new TokenBucket(60, START);

    bucket.take(31);

    assertThat(bucket.nanosUntilReady(START)).isEqualTo(31 * SECOND);
    assertThat(bucket.nanosUntilReady(START + 30 * SECOND)).isEqualTo(SECOND);
    assertThat(bucket.nanosUntilReady(START + 31 * SECOND)).isZero();
  }

  @Test
  void takesBackWhatWasNotUsed() {
    TokenBucket bucket = new TokenBucket(60, START);
    bucket.take(31);

    bucket.correct(-30);

    assertThat(bucket.nanosUntilReady(START)).isEqualTo(SECOND);
  }

  @Test
  void keepsWhatItOwesWhenTheRateChanges() {
    TokenBucket bucket = new TokenBucket(60, START);
    bucket.take(11);

    bucket.setRate(600, START);

    assertThat(bucket.nanosUntilReady(START)).isEqualTo(SECOND * 11 / 10);
  }

  @Test
  void keepsSlowRatesToo() {
    TokenBucket bucket = new TokenBucket(1, START);

    bucket.take(1);

    assertThat(bucket.nanosUntilReady(START)).isEqualTo(60 * SECOND);
  }
}
