package io.mathscale.core.calls.limits;

import static io.mathscale.core.calls.CallsFixture.limits;
import static io.mathscale.core.calls.CallsFixture.unlimited;
import static io.mathscale.core.calls.limits.LimitsFixture.budgets;
import static io.mathscale.core.calls.limits.LimitsFixture.end;
import static io.mathscale.core.calls.limits.LimitsFixture.estimate;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.outage.ServiceState;
import io.mathscale.core.calls.stats.EndedCalls;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
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
  void endsWhereWhatIsLeasedCannotBeWrittenDownForTooLong() {
    SpendingBound full =
        dollars -> {
          throw new UncheckedIOException(
              "Cannot write /w/_leases/p.lease", new IOException("No space left on device"));
        };
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 1, 10, spent("0"), full, clock);

    assertThat(run.lease("a", wanted(1, "0.1")).isStopped()).isFalse();
    clock.pass(Duration.ofMinutes(29));
    assertThat(run.lease("a", wanted(1, "0.1")).isStopped()).isFalse();
    clock.pass(Duration.ofMinutes(1));
    assertThat(run.lease("a", wanted(1, "0.1")).isStopped()).isTrue();

    RunStop stop = run.stopped().orElseThrow();
    assertThat(stop.reason()).isEqualTo(RunStop.Reason.UNWRITABLE);
    assertThat(stop.message())
        .contains("nothing could be written to /w/_leases/p.lease for 1,800 s")
        .contains("No space left on device");
  }

  @Test
  void leasesNothingThatIsNotDurable() {
    List<BigDecimal> kept = new ArrayList<>();
    boolean[] isFull = {true};
    SpendingBound bound =
        dollars -> {
          if (isFull[0]) {
            throw new UncheckedIOException(new IOException("No space left on device"));
          }

          kept.add(dollars);
        };
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 1, 10, spent("0"), bound, clock);

    Grant full = run.lease("a", wanted(2, "0.25"));
    isFull[0] = false;
    Grant free = run.lease("a", wanted(2, "0.25"));
    ExecutorReport ended = new ExecutorReport();
    end(ended, estimate("0.25"), USAGE, "0.1");
    run.settle("a", ended);
    run.lose("a");
    run.end();

    assertThat(full).isEqualTo(new Grant(0, 1_000_000_000L, false));
    assertThat(free.granted()).isEqualTo(2);
    assertThat(kept.get(0)).isGreaterThanOrEqualTo(dollars("0.5"));
    assertThat(kept.get(kept.size() - 1)).isEqualByComparingTo("0.35");
    assertThat(run.stopped()).isEmpty();
    assertThat(run.lease("a", wanted(1, "0")).isStopped()).isTrue();
  }

  /** What it had said may come after the news of its end. */
  @Test
  void ofALostExecutorNothingCountsButItsMoney() {
    RunLimits run = run(limits(0, 0, 0, "1"), 10);
    run.lease("a", wanted(1, "0.5"));
    run.lose("a");

    Grant late = run.lease("a", wanted(1, "0.25"));
    ExecutorReport ended = new ExecutorReport();
    end(ended, estimate("0.5"), USAGE, "0.125");
    ended.inFlight(7);
    RunState state = run.settle("a", ended);

    assertThat(late).isEqualTo(new Grant(0, 0, true));
    assertThat(state.isStopped()).isTrue();
    assertThat(run.stats().inFlight()).isZero();
    assertThat(run.stopped()).isEmpty();
    assertThat(run.lease("b", wanted(1, "0.875")).granted()).isEqualTo(1);
  }

  /** Whoever took it over has counted what was leased. */
  @Test
  void keepsNothingOfARunThatAnotherHasTakenOver() {
    List<BigDecimal> kept = new ArrayList<>();
    RunLimits run = LimitsFixture.run(limits(0, 0, 0, "1"), 1, 10, spent("0"), kept::add, clock);
    run.lease("a", wanted(2, "0.25"));
    int before = kept.size();

    run.takenOver();
    run.end();

    assertThat(before).isPositive();
    assertThat(kept).hasSize(before);
  }

  @Test
  void stopsWhereAnswersAreOfNoUse() {
    RunLimits run = run(unlimited(), 100_000);

    assertThat(run.settle("a", answers(100, 99, "I cannot\nhelp with that.")).isStopped())
        .isFalse();
    assertThat(run.settle("b", answers(100, 2, "Sorry")).isStopped()).isTrue();
    assertThat(run.stopped().orElseThrow())
        .returns(RunStop.Reason.TOO_MANY_REJECTED, RunStop::reason)
        .extracting(RunStop::message)
        .asString()
        .startsWith(
            "stage: no more than 0.5 of the answers may be of no use (calls.max-rejected-ratio):"
                + " 101 of the last 200 are, such as \"I cannot help with that.\", \"I cannot help"
                + " with that.\", \"I cannot help with that.\"; ");
  }

  @Test
  void judgesTheLastThousandAnswers() {
    RunLimits run = run(unlimited(), 100_000);

    assertThat(run.settle("a", answers(50_000, 0, "")).isStopped()).isFalse();
    assertThat(run.settle("a", answers(600, 600, "no")).isStopped()).isFalse();
    assertThat(run.settle("a", answers(600, 600, "no")).isStopped()).isTrue();
  }

  private static ExecutorReport answers(int count, int rejected, String content) {
    ExecutorReport ended = new ExecutorReport();
    for (int i = 0; i < count; i++) {
      ended.completed(false);
      if (i < rejected) {
        ended.rejected(content);
      }
    }

    return ended;
  }

  @Test
  void keepsTheTighterBudgetAndTellsWhatIsInDoubt() {
    Budget stage = new Budget("calls.budget", dollars("5"), dollars("1"), BigDecimal.ZERO);
    Budget all = new Budget("budget", dollars("3"), dollars("2"), dollars("0.25"));
    RunLimits run =
        LimitsFixture.run(
            limits(0, 0, 0, "5"), 1, 10, List.of(stage, all), SpendingBound.NONE, clock);

    Grant grant = run.lease("a", wanted(4, "0.3"));
    ExecutorReport ended = new ExecutorReport();
    ended.request(estimate("0.3"), true, new Charge(Usage.DOUBTFUL, dollars("0"), dollars("0.3")));
    ended.request(estimate("0.3"), true, Charge.certain(USAGE, dollars("0.2")));
    run.settle("a", ended);

    assertThat(grant.granted()).isEqualTo(2);
    assertThat(run.lease("a", wanted(1, "0.3")).isStopped()).isTrue();
    assertThat(run.stopped().orElseThrow().message())
        .isEqualTo(
            "stage: budget must allow another call: $2.2 of $3 is spent, and perhaps $0.55 more,"
                + " the next call may cost $0.3; raise it and run again to go on");
  }

  private static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void countsWhatEarlierRunsSpent() {
    RunLimits run =
        LimitsFixture.run(limits(0, 0, 0, "1"), 1, 10, spent("0.9"), SpendingBound.NONE, clock);

    assertThat(run.lease("a", wanted(1, "0.2")).isStopped()).isTrue();
  }

  @Test
  void keepsItsShareOfWhatIsLeft() {
    RunLimits run =
        LimitsFixture.run(limits(0, 0, 0, "1"), 0.5, 0, spent("0.6"), SpendingBound.NONE, clock);

    assertThat(run.lease("", wanted(5, "0.1")).granted()).isEqualTo(2);
  }

  @Test
  void spendsNothingWhereTheBudgetIsGone() {
    RunLimits run =
        LimitsFixture.run(limits(0, 0, 0, "1"), 0.5, 0, spent("1.6"), SpendingBound.NONE, clock);

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
                "stage: more than calls.max-failure-ratio of 2,000 calls failed: {EMPTY=101}; run again"
                    + " with --retry-failed to ask these again"));
  }

  @Test
  void judgesFailedCallsTogetherWithThoseOfEarlierRounds() {
    RunLimits run = run(unlimited(), 200);
    run.goOn(new EndedCalls.Sum(1_800, 0)); // 0.05 of all are 100

    assertThat(run.settle("a", failed(100)).isStopped()).isFalse();
    assertThat(run.settle("a", failed(1)).isStopped()).isTrue();
    assertThat(run.stopped().orElseThrow().message()).contains("of 2,000 calls failed");

    RunLimits late = run(unlimited(), 200);
    late.goOn(new EndedCalls.Sum(1_800, 1));
    assertThat(late.settle("a", failed(100)).isStopped()).isTrue();
    assertThat(late.stopped().orElseThrow().message())
        .contains("{EMPTY=100}, and 1 in earlier rounds;");
  }

  @Test
  void goesToTheEndOfASmallRunWhateverFails() {
    RunLimits run = run(unlimited(), 20);

    assertThat(run.settle("a", failed(20)).isStopped()).isFalse();
  }

  @Test
  void saysThatWithoutABudgetNothingCountsWhatIsLost() {
    RunLimits run = run(limits(0, 0, 0, "0"), 10);
    ExecutorReport report = new ExecutorReport();
    report.inFlight(3);
    run.settle("a", report);

    assertThat(run.lose("a").text())
        .isEqualTo(
            "A lost executor had 3 calls in flight: they may have been charged, and no budget counts"
                + " them");
    assertThat(run.lose("a").isAny()).isFalse();
  }

  @Test
  void forgetsALostExecutor() {
    RunLimits run = run(limits(0, 0, 0, "1"), 10);
    run.lease("a", wanted(2, "0.4"));
    ExecutorReport report = new ExecutorReport();
    report.inFlight(2);
    run.settle("a", report);

    assertThat(run.stats().inFlight()).isEqualTo(2);
    LostCalls lost = run.lose("a");
    assertThat(lost).isEqualTo(new LostCalls(2, new BigDecimal("0.8")));
    assertThat(lost.text())
        .isEqualTo(
            "A lost executor had 2 calls in flight: they may have been charged, for up to $0.8, which"
                + " the budget counts");
    assertThat(run.stats().inFlight()).isZero();
    assertThat(run.lease("b", wanted(1, "0.4")).isStopped()).isTrue();
  }

  private RunLimits run(CallsConfig config, long total) {
    return LimitsFixture.run(config, 1, total, budgets(config), SpendingBound.NONE, clock);
  }

  /** A budget of a dollar of which earlier runs spent so much. */
  private static List<Budget> spent(String dollars) {
    return List.of(
        new Budget("calls.budget", BigDecimal.ONE, new BigDecimal(dollars), BigDecimal.ZERO));
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
