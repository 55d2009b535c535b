package io.mathscale.core.calls.limits;

import static io.mathscale.core.calls.CallsFixture.limits;
import static io.mathscale.core.calls.CallsFixture.unlimited;
import static io.mathscale.core.calls.limits.LimitsFixture.budgets;
import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.outage.ServiceHealth;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.CallMeter;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.StoppedException;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.model.Usage;
import io.mathscale.core.time.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasedPermitsTest {
  /** 1 dollar a million tokens, 2 for those of answers. */
  private static final Price PRICE =
      Price.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.valueOf(2));

  private final ManualTime time = new ManualTime();
  private final CallMeter meter = new CallMeter();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private ScriptedLimitsClient link;
  private Reporter reporter;
  private LeasedPermits permits;

  @AfterEach
  void close() {
    permits.close();
    callers.shutdownNow();
  }

  @Test
  void asksNobodyWhereNothingIsLimited() {
    open(unlimited());

    permits.acquire(request()).answered(reply("4"));
    reporter.send();

    assertThat(link.leases()).isEmpty();
    assertThat(only(link.settlements()).stats().requests()).isEqualTo(1);
    assertThat(only(link.settlements()).granted()).isZero();
  }

  /** After 16 seconds another run may have the stage, and ask for the same. */
  @Test
  void waitsWhereTheDriverIsSilentUntilItAnswersAgain() {
    open(unlimited());
    time.pass(Duration.ofSeconds(11));
    permits.acquire(request());
    time.pass(Duration.ofSeconds(1));
    assertThat(reporter.isUnheard()).isTrue();

    List<CompletableFuture<Permit>> wanted = acquire(50);
    time.pass(Duration.ofSeconds(5));
    assertThat(granted(wanted)).isZero();

    reporter.send();
    assertThat(reporter.isUnheard()).isFalse();
    soon()
        .until(
            () -> {
              time.pass(Duration.ofMillis(50));
              return granted(wanted) == 50;
            });
  }

  @Test
  void givesNoMorePermitsThanTheLimitAllowsThenTheRest() {
    open(limits(600, 0, 0, "0"));
    List<CompletableFuture<Permit>> wanted = acquire(25);

    soon().until(() -> granted(wanted) == 10);
    time.pass(Duration.ofMillis(500));
    soon().until(() -> granted(wanted) == 15);
    time.pass(Duration.ofSeconds(1));
    soon().until(() -> granted(wanted) == 25);

    assertThat(link.leases()).allMatch(size -> size <= 25);
  }

  /** Ten seconds of 600 a minute, in steps of a tenth of a second, are a hundred and the bucket. */
  @Test
  void usesAllOfTheLimit() {
    open(limits(600, 0, 0, "0"));
    List<CompletableFuture<Permit>> wanted = acquire(200);
    soon().until(() -> granted(wanted) == 10);
    for (int tenth = 1; tenth <= 100; tenth++) {
      time.pass(Duration.ofMillis(100));
      int expected = 10 + tenth;
      soon().until(() -> granted(wanted) == expected);
    }
  }

  @Test
  void reservesTheWorstPriceAndGivesBackTheRest() {
    // A question of 14 tokens and an answer of at most 64 + 16 cost 14 + 2 x 80 millionths.
    open(limits(0, 0, 0, "0.0002"));
    Permit first = permits.acquire(request());
    List<CompletableFuture<Permit>> second = acquire(1);

    soon()
        .until(
            () -> {
              time.pass(Duration.ofMillis(50));
              return link.leases().size() > 2;
            });
    assertThat(granted(second)).isZero();

    first.answered(reply("4"));
    soon()
        .until(
            () -> {
              time.pass(Duration.ofMillis(50));
              return granted(second) == 1;
            });

    ExecutorReport ended =
        link.settlements().stream()
            .filter(s -> s.stats().requests() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(ended.stats().cost()).isEqualByComparingTo("0.000014");
    assertThat(ended.reserved()).isGreaterThan(ended.stats().cost());
  }

  @Test
  void countsAtItsWorstPriceWhatMayHaveBeenCharged() {
    open(unlimited());

    meter.begin();
    permits.acquire(request()).failed(lost(Usage.DOUBTFUL));
    permits.acquire(request()).failed(lost(Usage.NONE));
    permits.acquire(request()).answered(reply("4").withUsage(new Usage(14, 0, 0, 1, false, 1, "")));
    reporter.send();

    // 14 + 2 x 80 at worst, of which 14 + 2 x 1 are certain the second time.
    CallStats ended = only(link.settlements()).stats();
    assertThat(ended.cost()).isEqualByComparingTo("0.000016");
    assertThat(ended.doubtfulCost()).isEqualByComparingTo("0.000332");
    assertThat(meter.total().cost().add(meter.total().doubtfulCost()))
        .isEqualByComparingTo("0.000348");
  }

  @Test
  void reservesMoreWhereTheServiceCountsMoreTokens() {
    open(limits(0, 0, 0, "1"));
    granted().answered(reply("4").withUsage(new Usage(28, 0, 1, true)));

    granted().failed(lost(Usage.DOUBTFUL));
    reporter.send();

    assertThat(link.settlements().stream().map(s -> s.stats().doubtfulCost()).toList())
        .anySatisfy(doubtful -> assertThat(doubtful).isEqualByComparingTo("0.000188"));
  }

  private Permit granted() {
    List<CompletableFuture<Permit>> wanted = acquire(1);
    soon().until(() -> granted(wanted) == 1);
    return wanted.get(0).join();
  }

  private static ModelException lost(Usage charged) {
    return new ModelException(FailureCause.CONNECTION, 0, "broken off", charged, null);
  }

  @Test
  void stopsAllWhoWaitAtTheBudget() {
    open(limits(0, 0, 0, "0.00001"));

    List<CompletableFuture<Permit>> wanted = acquire(5);

    wanted.forEach(LeasedPermitsTest::assertStopped);
    assertThat(reporter.isStopped()).isTrue();
    assertThatThrownBy(() -> permits.acquire(request())).isInstanceOf(StoppedException.class);
  }

  /** As on Ctrl-C, where what still waited would be sent, and paid, while the process ends. */
  @Test
  void grantsNothingOnceNothingMoreIsToBeSent() {
    open(limits(600, 0, 0, "0"));
    List<CompletableFuture<Permit>> wanted = acquire(25);
    soon().until(() -> granted(wanted) == 10);

    reporter.fail(new StoppedException("The process is ending"));

    soon()
        .until(
            () -> {
              time.pass(Duration.ofMillis(500));
              return wanted.stream().allMatch(CompletableFuture::isDone);
            });
    assertThat(wanted).filteredOn(each -> !each.isCompletedExceptionally()).hasSize(10);
  }

  @Test
  void stopsAllWhoWaitWhenItIsClosed() {
    open(limits(1, 0, 0, "0"));
    permits.acquire(request());
    List<CompletableFuture<Permit>> wanted = acquire(3);
    soon().until(() -> link.leases().size() > 1);

    permits.close();

    wanted.forEach(LeasedPermitsTest::assertStopped);
  }

  @Test
  void stopsAllWhoWaitWhenTheDriverIsGone() {
    open(limits(1, 0, 0, "0"));
    link.breakOff();

    acquire(3).forEach(LeasedPermitsTest::assertStopped);

    assertThatThrownBy(reporter::requireWhole)
        .hasMessageStartingWith("No more calls can be made: ")
        .hasRootCauseMessage("The driver is gone");
  }

  @Test
  void reporterWhatFailedAndWhatWasTooMuch() {
    open(unlimited());

    permits.acquire(request()).failed(unavailable(FailureCause.RATE_LIMITED, null));
    permits.acquire(request()).failed(unavailable(FailureCause.TIMEOUT, null));
    reporter.send();

    ExecutorReport ended = only(link.settlements());
    assertThat(ended.stats().requests()).isEqualTo(2);
    assertThat(ended.throttledRequests()).isEqualTo(1);
    assertThat(ended.stats().retried())
        .containsOnlyKeys(FailureCause.RATE_LIMITED, FailureCause.TIMEOUT);
  }

  private void open(CallsConfig limits) {
    link =
        new ScriptedLimitsClient(
            LimitsFixture.run(limits, 1, 100, budgets(limits), SpendingBound.NONE, time::nanos));
    ServiceHealth health = new ServiceHealth(false, time::nanos);
    reporter = new Reporter("stage", link, ended -> {}, () -> 0, limits.isLimited(), health, time);
    permits =
        new LeasedPermits(
            "stage",
            limits.isMeasured(),
            link,
            reporter,
            new RequestPrices(PRICE, "", new TokenCounter()),
            meter,
            time);
  }

  private List<CompletableFuture<Permit>> acquire(int count) {
    List<CompletableFuture<Permit>> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(CompletableFuture.supplyAsync(() -> permits.acquire(request()), callers));
    }

    return wanted;
  }

  /** Looks again at once: other threads need no time that could be told. */
  private static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
  }

  private static int granted(List<CompletableFuture<Permit>> wanted) {
    return (int) wanted.stream().filter(CompletableFuture::isDone).count();
  }

  private static void assertStopped(CompletableFuture<Permit> wanted) {
    assertThatThrownBy(wanted::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StoppedException.class);
  }

  private static ExecutorReport only(List<ExecutorReport> settlements) {
    assertThat(settlements).hasSize(1);
    return settlements.get(0);
  }
}
