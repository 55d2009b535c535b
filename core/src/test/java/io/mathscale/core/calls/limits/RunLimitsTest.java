package io.mathscale.core.calls.limits;

import static io.mathscale.core.calls.CallsFixture.limits;
import static io.mathscale.core.calls.CallsFixture.unlimited;
import static io.mathscale.core.calls.limits.LimitsFixture.end;
import static io.mathscale.core.calls.limits.LimitsFixture.estimate;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.outage.ServiceState;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
  private static final Usage USAGE = new Usage(10, 0, 2, true);

  private final FakeClock clock = new FakeClock();

  @Test
  void needsNoGrantsWithoutLimits() {
    RunLimits run = run(unlimited(), 10);

    assertThat(run.isLimited()).isFalse();
    assertThat(run.settle("a", new ExecutorReport()))
        .isEqualTo(new RunState(false, false, new ServiceState(false, 0, true)));
  }

  @Test
  void grantsTheFirstOfTheWantedThenTellsWhenToAskAgain() {
    RunLimits run = run(limits(600, 0, 0, "0"), 100);

    Grant first = run.lease("a", wanted(15, "0"));
    Grant second = run.lease("b", wanted(5, "0"));
    clock.pass(Duration.ofMillis(200));
    Grant third = run.lease("b", wanted(5, "0"));

    assertThat(first).isEqualTo(new Grant(10, 100_000_000L, false));
    assertThat(second.granted()).isZero();
    assertThat(third.granted()).isEqualTo(2);
  }

  @Test
  void waitsForMoneyInFlightThenStopsBeforeTheCap() {
    RunLimits run = run(limits(0, 0, 0, "1"), 100);

    Grant first = run.lease("a", wanted(3, "0.4"));
    ExecutorReport ended = new ExecutorReport();
    end(ended, estimate("0.4"), USAGE, "0.35");
    end(ended, estimate("0.4"), USAGE, "0.35");
    run.settle("a", ended);
    Grant second = run.lease("a", wanted(1, "0.4"));

    assertThat(first.granted()).isEqualTo(2);
    assertThat(first.waitNanos()).isPositive();
    assertThat(second).isEqualTo(new Grant(0, 0, true));
    assertThat(run.stopped().orElseThrow())
        .isEqualTo(
            new RunStop(
                RunStop.Reason.BUDGET,
                "stage: calls.budget must allow another call: $0.7 of $1 is spent, the next call"
                    + " may cost $0.4; raise it and run again to go on"));
  }

  @Test
  void countsWhatEarlierRunsSpent() {
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 1, 10, "0.9", clock);

    assertThat(run.lease("a", wanted(1, "0.2")).isStopped()).isTrue();
  }

  @Test
  void keepsItsShareOfWhatIsLeft() {
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 0.5, 0, "0.6", clock);

    assertThat(run.lease("", wanted(5, "0.1")).granted()).isEqualTo(2);
  }

  @Test
  void spendsNothingWhereTheBudgetIsGone() {
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 0.5, 0, "1.6", clock);

    assertThat(run.lease("", wanted(1, "0.1")).isStopped()).isTrue();
  }

  @Test
  void stopsAllWhenOneIsRefused() {
    RunLimits run = run(unlimited(), 10);
    ExecutorReport refused = new ExecutorReport();
    refused.refused("HTTP 401");

    assertThat(run.settle("a", refused).isStopped()).isTrue();
    assertThat(run.settle("b", new ExecutorReport()).isStopped()).isTrue();
    assertThat(run.lease("b", wanted(1, "0"))).isEqualTo(new Grant(0, 0, true));
    assertThat(run.stopped().orElseThrow())
        .isEqualTo(new RunStop(RunStop.Reason.REFUSED, "HTTP 401"));
  }

  @Test
  void stopsWhenTooManyCallsFail() {
    RunLimits run = run(unlimited(), 2_000); // 0.05 of them are 100

    assertThat(run.settle("a", failed(100)).isStopped()).isFalse();
    assertThat(run.settle("a", failed(1)).isStopped()).isTrue();
    assertThat(run.stopped().orElseThrow())
        .isEqualTo(
            new RunStop(
                RunStop.Reason.TOO_MANY_FAILURES,
                "stage: more than calls.max-failure-ratio of 2,000 calls failed: {EMPTY=101}"));
  }

  @Test
  void goesToTheEndOfASmallRunWhateverFails() {
    RunLimits run = run(unlimited(), 20);

    assertThat(run.settle("a", failed(20)).isStopped()).isFalse();
  }

  @Test
  void forgetsALostExecutor() {
    RunLimits run = run(limits(0, 0, 0, "1"), 10);
    run.lease("a", wanted(2, "0.4"));
    ExecutorReport report = new ExecutorReport();
    report.inFlight(2);
    run.settle("a", report);

    assertThat(run.stats().inFlight()).isEqualTo(2);
    assertThat(run.lose("a")).isEqualByComparingTo("0.8");
    assertThat(run.stats().inFlight()).isZero();
    assertThat(run.lease("b", wanted(1, "0.4")).isStopped()).isTrue();
  }

  private RunLimits run(CallsConfig config, long total) {
    return LimitsFixture.run(config, 1, total, "0", clock);
  }

  private static List<RequestEstimate> wanted(int count, String worstCost) {
    return Collections.nCopies(count, estimate(worstCost));
  }

  private static ExecutorReport failed(int count) {
    ExecutorReport ended = new ExecutorReport();
    for (int i = 0; i < count; i++) {
      ended.failed(FailureCause.EMPTY);
    }

    return ended;
  }
}
