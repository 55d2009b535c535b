package io.mathscale.core.model.pool;

import static io.mathscale.core.model.Samples.refused;
import static io.mathscale.core.model.Samples.reply;
import static io.mathscale.core.model.Samples.request;
import static io.mathscale.core.model.Samples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.PausableClock;
import io.mathscale.core.model.ScriptedModel;
import io.mathscale.core.model.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointPoolTest {
  private static final CooldownPolicy POLICY =
      new CooldownPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private final ScriptedModel first = new ScriptedModel();
  private final ScriptedModel second = new ScriptedModel();
  private final FakeClock clock = new FakeClock();
  private final PausableClock callClock = new PausableClock(clock);

  @Test
  void isTheModelItselfWhereThereIsOne() {
    assertThat(poolOf(new PooledModel(1, EndpointLimits.NONE, first))).isSameAs(first);
    assertThatThrownBy(() -> poolOf()).hasMessage("A pool must have at least one model: []");
  }

  @Test
  void sharesByWeight() {
    ChatModel pool = pool(3, 1);
    answers(first, 6);
    answers(second, 2);

    ask(pool, 8);

    assertThat(first.requests()).hasSize(6);
    assertThat(second.requests()).hasSize(2);
  }

  @Test
  void asksTheOneWithTheFewestCallsInFlight() {
    ChatModel pool = pool(1, 1);
    answers(second, 3);
    first.thenDo(
        request -> {
          ask(pool, 3); // while the first is at work
          return reply("4");
        });

    ask(pool, 1);

    assertThat(first.requests()).hasSize(1);
    assertThat(second.requests()).hasSize(3);
  }

  @Test
  void leavesAnEndpointAloneAfterConsecutiveFailures() {
    ChatModel pool = pool(1000, 1);
    fails(first, 2);
    answers(second, 5);

    askFailing(pool, 2);
    ask(pool, 5);

    assertThat(first.requests()).hasSize(2);
    assertThat(second.requests()).hasSize(5);
  }

  @Test
  void forgetsFailuresAfterASuccess() {
    ChatModel pool = pool(1000, 1);
    fails(first, 1);
    answers(first, 1);
    fails(first, 1);
    answers(first, 1);

    askFailing(pool, 1);
    ask(pool, 1);
    askFailing(pool, 1);
    ask(pool, 1);

    assertThat(second.requests()).isEmpty();
  }

  @Test
  void probesWithOneCallAfterTheCooldown() {
    ChatModel pool = pool(1000, 1);
    fails(first, 2);
    askFailing(pool, 2);
    clock.pass(Duration.ofSeconds(1));
    answers(second, 3);
    first.thenDo(
        request -> {
          ask(pool, 3); // while the first is probed
          return reply("4");
        });

    ask(pool, 1);
    answers(first, 4);
    ask(pool, 4);

    assertThat(second.requests()).hasSize(3);
    assertThat(first.requests()).hasSize(7);
  }

  @Test
  void coolsDownLongerEachTime() {
    ChatModel pool = pool(1000, 1);
    fails(first, 3);
    answers(second, 1);
    askFailing(pool, 2);
    clock.pass(Duration.ofSeconds(1));
    askFailing(pool, 1);

    clock.pass(Duration.ofMillis(1999));
    ask(pool, 1);
    clock.pass(Duration.ofMillis(1));
    answers(first, 1);
    ask(pool, 1);

    assertThat(first.requests()).hasSize(4);
    assertThat(second.requests()).hasSize(1);
  }

  @Test
  void coolsDownAsLongAsTheEndpointAsksAndSendsCallersElsewhereAtOnce() {
    ChatModel pool = pool(1000, 1);
    first.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)));
    answers(second, 1);

    ModelUnavailableException failure =
        catchThrowableOfType(ModelUnavailableException.class, () -> pool.ask(request()));
    clock.pass(Duration.ofMillis(19_999));
    ask(pool, 1);
    clock.pass(Duration.ofMillis(1));
    answers(first, 1);
    ask(pool, 1);

    assertThat(failure.retryAfter()).isNull();
    assertThat(first.requests()).hasSize(2);
    assertThat(second.requests()).hasSize(1);
  }

  @Test
  void keepsTheCooldownWhenAnOlderCallSucceeds() {
    ChatModel pool = pool(1, 1);
    first.thenDo(
        request -> {
          clock.pass(Duration.ofSeconds(1));
          ask(pool, 1); // of the second, since the first is at work
          return reply("4");
        });
    second.thenDo(
        request -> {
          first.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)));
          askFailing(pool, 1); // of the first, since both are at work
          return reply("4");
        });
    answers(second, 2);

    ask(pool, 3);

    assertThat(first.requests()).hasSize(2);
    assertThat(second.requests()).hasSize(3);
  }

  @Test
  void asksTheOneWhoseCooldownEndsFirstWhereNoneIsAvailable() {
    ChatModel pool = pool(1000, 1);
    first.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(20)));
    second.thenThrow(unavailable(FailureCause.RATE_LIMITED, Duration.ofSeconds(10)));
    askFailing(pool, 1);

    ModelUnavailableException failure =
        catchThrowableOfType(ModelUnavailableException.class, () -> pool.ask(request()));
    answers(second, 1);
    ask(pool, 1);

    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    assertThat(second.requests()).hasSize(2);
  }

  @Test
  void goesOnWhileOneEndpointDoesNotRefuse() {
    ChatModel pool = pool(1000, 1);
    first.thenThrow(refused());
    answers(second, 3);

    assertThatThrownBy(() -> pool.ask(request()))
        .isInstanceOfSatisfying(
            ModelUnavailableException.class,
            failure -> assertThat(failure.failureCause()).isEqualTo(FailureCause.KEY_REFUSED));
    ask(pool, 3);
  }

  @Test
  void stopsWhenAllRefuse() {
    ChatModel pool = pool(1000, 1);
    ModelRefusedException last = refused();
    first.thenThrow(refused());
    second.thenThrow(last);
    askFailing(pool, 1);

    assertThatThrownBy(() -> pool.ask(request())).isSameAs(last);
  }

  @Test
  void leavesAnEndpointAloneThatIsNotTheService() {
    ChatModel pool = pool(1000, 1);
    first.thenThrow(misdirected());
    answers(second, 3);

    assertThatThrownBy(() -> pool.ask(request())).isInstanceOf(ModelUnavailableException.class);
    ask(pool, 3);

    assertThat(first.requests()).hasSize(1);
  }

  @Test
  void passesOnWhatASingleRequestMeets() {
    ChatModel pool = pool(1000, 1);
    answers(first, 1);
    first.thenThrow(misdirected()).thenThrow(misdirected());
    answers(second, 1);
    ask(pool, 1);

    assertThatThrownBy(() -> pool.ask(request())).isInstanceOf(ModelMisdirectedException.class);
    assertThatThrownBy(() -> pool.ask(request())).isInstanceOf(ModelUnavailableException.class);
    ask(pool, 1);
  }

  @Test
  void refusesWhereNoEndpointIsTheService() {
    ChatModel pool = pool(1000, 1);
    first.thenThrow(misdirected());
    second.thenThrow(misdirected());
    askFailing(pool, 1);

    assertThatThrownBy(() -> pool.ask(request()))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessage("HTTP 404");
  }

  @Test
  void countsNoFailureThatTheRequestIsToBlameFor() {
    ChatModel pool = pool(1000, 1);
    for (int i = 0; i < 5; i++) {
      first.thenThrow(
          new ModelException(FailureCause.BAD_REQUEST, 400, "HTTP 400", Usage.NONE, null));
      first.thenThrow(unavailable(FailureCause.CONFLICT, null));
    }

    askFailing(pool, 10);

    assertThat(first.requests()).hasSize(10);
  }

  @Test
  void passesOverAnEndpointWhoseRateLimitIsReached() {
    ChatModel pool =
        poolOf(
            new PooledModel(1000, requests(120), first),
            new PooledModel(1, EndpointLimits.NONE, second));
    answers(first, 4);
    answers(second, 3);

    ask(pool, 5); // two of a second at once, and three elsewhere
    clock.pass(Duration.ofSeconds(1));
    ask(pool, 2);

    assertThat(first.requests()).hasSize(4);
    assertThat(second.requests()).hasSize(3);
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void waitsForTheSoonestWhereTheRateLimitOfAllIsReached() {
    ChatModel pool =
        poolOf(new PooledModel(1, requests(60), first), new PooledModel(1, requests(30), second));
    answers(first, 3);
    answers(second, 2);
    long began = callClock.getAsLong();

    ask(pool, 5);

    assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(first.requests()).hasSize(3);
    assertThat(second.requests()).hasSize(2);
    assertThat(callClock.getAsLong()).as("waiting takes no time of the call").isEqualTo(began);
  }

  @Test
  void keepsTheRateLimitOfASingleEndpoint() {
    ChatModel pool = poolOf(new PooledModel(1, requests(600), first));
    answers(first, 600);

    ask(pool, 600);

    assertThat(clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(59));
  }

  @Test
  void keepsTheTokensOfAnEndpointAsItCountsThem() {
    int tokens = 600_000;
    ChatModel pool = poolOf(new PooledModel(1, new EndpointLimits(0, tokens), first));
    for (int i = 0; i < 1_000; i++) {
      first.thenReply(reply("4").withUsage(new Usage(800, 0, 200, true)));
    }

    ask(pool, 1_000);

    Duration took = clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(took).as("a million tokens").isBetween(seconds(98), seconds(101));
  }

  @Test
  void closesAll() {
    pool(1, 1).close();

    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed()).isTrue();
  }

  private static ModelMisdirectedException misdirected() {
    return new ModelMisdirectedException(FailureCause.NOT_FOUND, 404, "HTTP 404", Usage.NONE, null);
  }

  private static EndpointLimits requests(double perMinute) {
    return new EndpointLimits(perMinute, 0);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private ChatModel pool(double firstWeight, double secondWeight) {
    return poolOf(
        new PooledModel(firstWeight, EndpointLimits.NONE, first),
        new PooledModel(secondWeight, EndpointLimits.NONE, second));
  }

  private ChatModel poolOf(PooledModel... models) {
    return EndpointPool.of(List.of(models), POLICY, clock, clock, callClock);
  }

  private static void answers(ScriptedModel model, int times) {
    for (int i = 0; i < times; i++) {
      model.thenReply(reply("4"));
    }
  }

  private static void fails(ScriptedModel model, int times) {
    for (int i = 0; i < times; i++) {
      model.thenThrow(unavailable(FailureCause.SERVER_ERROR, null));
    }
  }

  private static void ask(ChatModel pool, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(pool.ask(request()).content()).isEqualTo("4");
    }
  }

  private static void askFailing(ChatModel pool, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> pool.ask(request())).isInstanceOf(ModelException.class);
    }
  }
}
