package io.mathscale.core.calls.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.CallsFixture;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.model.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageWatchTest {
  private static final CallsConfig CONFIG = CallsFixture.unlimited(); // 64 in flight, 30 min, 15 s
  private static final long MANY_LEFT = 10_000;

  private final FakeClock clock = new FakeClock();
  private OutageWatch watch = new OutageWatch("stage", CONFIG, 1, false, clock);

  @Test
  void letsOneCallThroughUntilTheServiceHasAnswered() {
    assertThat(take(waiting(64))).isEqualTo(new ServiceState(false, 1, false));
    assertThat(watch.take("b", waiting(64), 64, MANY_LEFT).probes()).isZero();

    assertThat(take(answered()).isOpen()).isTrue();
    assertThat(watch.take("b", waiting(64), 64, MANY_LEFT).isOpen()).isTrue();
    assertThat(watch.hasAnswered()).isTrue();
  }

  @Test
  void triesEachEndpointAtTheStart() {
    watch = new OutageWatch("stage", CONFIG, 3, false, clock);

    assertThat(take(waiting(64)).probes()).isEqualTo(3);
  }

  @Test
  void waitsForAServiceThatIsLoadingAsLongAsItsPatienceLasts() {
    List<Long> probes = new ArrayList<>();
    while (watch.end().isEmpty()) {
      if (take(waiting(64)).probes() > 0) {
        probes.add((long) clock.sleeps().size());
        take(failed(1, 0, 0));
      }

      clock.sleep(Duration.ofSeconds(1));
    }

    assertThat(probes).containsExactly(0L, 1L, 3L, 7L, 12L);
    assertThat(clock.sleeps()).hasSize(16);
    assertThat(watch.end())
        .isEqualTo(
            "The model service must be reachable: HTTP 503 (no answer in 15 s, calls.start-patience)");
  }

  @Test
  void waitsLongerForAServiceThatHasAnsweredBefore() {
    watch = new OutageWatch("stage", CONFIG, 1, true, clock);
    take(waiting(64));
    take(failed(1, 0, 0));
    clock.pass(Duration.ofMinutes(29));
    take(failed(1, 0, 0));

    assertThat(watch.end()).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    take(failed(1, 0, 0));
    assertThat(watch.end())
        .isEqualTo(
            "stage: the model service must answer within 30 min (calls.give-up-after): HTTP 503;"
                + " what was answered is kept");
  }

  @Test
  void waitsForTheEndpointThatHasNotFailedYet() {
    watch = new OutageWatch("stage", CONFIG, 2, false, clock);
    assertThat(take(waiting(64)).probes()).isEqualTo(2);
    ServiceReport oneOfTwo =
        new ServiceReport(false, false, false, 1, 0, 0, 1, 0, 0, 62, 1, "HTTP 503");
    take(oneOfTwo);
    clock.pass(Duration.ofMinutes(4));
    take(oneOfTwo);

    assertThat(watch.end()).isEmpty();
    take(failed(1, 0, 0));
    assertThat(watch.end()).contains("calls.start-patience");
  }

  @Test
  void endsNotByASingleTimeoutAtTheStart() {
    take(waiting(64));
    clock.pass(Duration.ofMinutes(5));
    take(failed(1, 0, 0));

    assertThat(watch.end()).isEmpty();
  }

  @Test
  void triesNoMoreAtTheStartWhileTheFirstTryIsUnderWay() {
    take(waiting(64));
    clock.pass(Duration.ofMinutes(5));

    assertThat(take(new ServiceReport(false, false, false, 0, 0, 0, 0, 0, 0, 63, 1, "")).probes())
        .isZero();
  }

  @Test
  void waitsForTheFirstAnswerOfAServiceThatDoesNotFail() {
    take(waiting(64));
    clock.pass(Duration.ofHours(1));
    take(waiting(63));

    assertThat(watch.end()).isEmpty();
  }

  @Test
  void endsSoonWhereSomethingElseAnswersOrThereIsNoSuchHost() {
    for (ServiceReport wrong : List.of(failed(0, 1, 0), failed(0, 0, 1))) {
      watch = new OutageWatch("stage", CONFIG, 1, false, clock);
      for (int i = 0; i < 3; i++) {
        assertThat(watch.end()).isEmpty();
        take(wrong);
      }

      assertThat(watch.end()).startsWith("The model service must be ").endsWith(": HTTP 503");
    }
  }

  @Test
  void pausesWhenHalfOfTheCallsAreStuckAndNothingIsAnswered() {
    proven();
    assertThat(take(stuck(31)).isOpen()).isTrue();
    clock.pass(Duration.ofSeconds(2));
    assertThat(take(stuck(31)).isOpen()).isTrue();

    assertThat(take(stuck(32))).isEqualTo(new ServiceState(false, 0, false));
    assertThat(watch.waiting()).isEqualTo(new Waiting(Duration.ofSeconds(2), "HTTP 503"));
  }

  @Test
  void pausesNotWhileAnythingIsAnswered() {
    proven();
    for (int i = 0; i < 60; i++) {
      take(stuck(64));
      clock.pass(Duration.ofSeconds(1));
      assertThat(take(answered()).isOpen()).isTrue();
    }

    assertThat(watch.waiting().isWaiting()).isFalse();
  }

  @Test
  void probesMoreAndMoreSeldomThenGoesOn() {
    paused();
    List<Long> probes = new ArrayList<>();
    long begun = clock.getAsLong();
    for (int i = 0; i < 1_000; i++) {
      if (take(waiting(64)).probes() == 1) {
        probes.add(Duration.ofNanos(clock.getAsLong() - begun).toSeconds());
        take(failed(1, 0, 0));
      }

      clock.pass(Duration.ofMillis(100));
    }

    assertThat(probes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 62L, 92L);
    assertThat(take(answered()).isOpen()).isTrue();
    assertThat(watch.waiting()).isEqualTo(Waiting.NONE);
  }

  @Test
  void probesAgainWhereAProbeComesToNoEnd() {
    paused();
    clock.pass(Duration.ofSeconds(1));
    assertThat(take(waiting(64)).probes()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(29));
    assertThat(take(waiting(64)).probes()).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(take(waiting(64)).probes()).isEqualTo(1);
  }

  @Test
  void holdsBackAnExecutorThatIsBornInTheOutage() {
    paused();

    assertThat(watch.take("new", waiting(64), 64, MANY_LEFT).isOpen()).isFalse();
    assertThat(watch.end()).isEmpty();
  }

  @Test
  void forgetsTheStuckCallsOfALostExecutor() {
    proven();
    watch.take("b", stuck(64), 64, MANY_LEFT);
    watch.lose("b");
    take(stuck(1));
    clock.pass(Duration.ofSeconds(2));

    assertThat(take(stuck(1)).isOpen()).isTrue();
  }

  @Test
  void givesUpAfterALongTimeWithoutAnyAnswer() {
    paused();
    clock.pass(Duration.ofMinutes(30));
    take(failed(1, 0, 0));

    assertThat(watch.end()).contains("calls.give-up-after");
  }

  @Test
  void waitsOutRateLimitsWithoutHoldingCallsBack() {
    proven();
    take(limited(64));
    clock.pass(Duration.ofMinutes(20));

    assertThat(take(limited(64)).isOpen()).isTrue();
    assertThat(watch.waiting().time()).isEqualTo(Duration.ofMinutes(20));
    assertThat(watch.end()).isEmpty();
    clock.pass(Duration.ofMinutes(10));
    take(limited(64));
    assertThat(watch.end())
        .endsWith(
            "HTTP 429; calls.wait-for-quota = true waits as long as it takes; what was answered is kept");
  }

  @Test
  void waitsForAQuotaAsLongAsItTakes() {
    CallsConfig patient = CallsFixture.waitingForQuota();
    watch = new OutageWatch("stage", patient, 1, false, clock);
    proven();
    take(limited(64));
    clock.pass(Duration.ofHours(20));
    take(limited(64));

    assertThat(watch.end()).isEmpty();
  }

  @Test
  void pausesNotInTheTailOfAServiceThatIsThere() {
    proven();
    ServiceReport poison =
        new ServiceReport(false, false, true, 3, 0, 0, 1, 0, 0, 0, 0, "HTTP 500");
    watch.take("a", poison, 1, 1);
    clock.pass(Duration.ofSeconds(5));

    assertThat(watch.take("a", poison, 1, 1)).isEqualTo(new ServiceState(true, 0, true));
  }

  @Test
  void pausesInTheTailOfAServiceThatIsAway() {
    proven();
    watch.take("a", stuck(3), 3, 3);
    clock.pass(Duration.ofSeconds(5));

    assertThat(watch.take("a", stuck(3), 3, 3)).isEqualTo(new ServiceState(false, 0, true));
  }

  @Test
  void endsWhereAllCallsAreMisdirectedInTheMiddleOfARun() {
    proven();
    take(misdirected(31));
    clock.pass(Duration.ofSeconds(2));
    take(misdirected(31));
    assertThat(watch.end()).isEmpty();

    take(misdirected(32));
    assertThat(watch.end())
        .isEqualTo("The model service must be where model.base-url says: HTTP 404");
  }

  private void proven() {
    take(waiting(64));
    take(answered());
  }

  private void paused() {
    proven();
    take(stuck(64));
    clock.pass(Duration.ofSeconds(2));
    assertThat(take(stuck(64)).isOpen()).isFalse();
  }

  private ServiceState take(ServiceReport report) {
    return watch.take("a", report, 64, MANY_LEFT);
  }

  private static ServiceReport waiting(long calls) {
    return new ServiceReport(false, false, false, 0, 0, 0, 0, 0, 0, calls, 0, "");
  }

  private static ServiceReport answered() {
    return new ServiceReport(true, false, false, 0, 0, 0, 0, 0, 0, 0, 0, "");
  }

  private static ServiceReport failed(long failures, long misdirections, long unreachables) {
    return new ServiceReport(
        false, false, false, failures, misdirections, unreachables, 1, 0, 0, 63, 0, "HTTP 503");
  }

  private static ServiceReport stuck(long calls) {
    return new ServiceReport(false, false, false, calls, 0, 0, calls, 0, 0, 0, 0, "HTTP 503");
  }

  private static ServiceReport misdirected(long calls) {
    return new ServiceReport(false, false, false, 0, calls, 0, calls, calls, 0, 0, 0, "HTTP 404");
  }

  private static ServiceReport limited(long calls) {
    return new ServiceReport(false, true, false, 0, 0, 0, 0, 0, calls, 0, 0, "HTTP 429");
  }
}
