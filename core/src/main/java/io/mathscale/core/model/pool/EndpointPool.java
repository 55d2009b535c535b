package io.mathscale.core.model.pool;

import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelRefusedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.PausableClock;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.model.StoppedException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Several models that stand for one: asks the one with the fewest calls in flight for its weight.
 * One that fails again and again, refuses us, or asks us to wait is not asked for a cooldown, after
 * which a single call probes whether it is back. A failure is passed on, not hidden: the retry
 * around the pool asks again, with a permit of its own, and meets another endpoint. An endpoint
 * whose rate limit is reached is passed over; where that is so for all, the call waits.
 */
public final class EndpointPool implements ChatModel {
  private final List<PoolMember> members;
  private final LongSupplier nanoClock;
  private final Sleeper sleeper;
  private final PausableClock callClock;

  private EndpointPool(
      List<PoolMember> members, LongSupplier nanoClock, Sleeper sleeper, PausableClock callClock) {
    this.members = members;
    this.nanoClock = nanoClock;
    this.sleeper = sleeper;
    this.callClock = callClock;
  }

  /**
   * The pool of some models; a single one without limits stands for itself.
   *
   * @param models at least one
   * @param policy when an endpoint that fails is not asked for a while
   * @param nanoClock the time in nanoseconds
   * @param sleeper how to wait for the rate limit of an endpoint
   * @param callClock the clock of the retries around the pool, paused during those waits
   * @throws IllegalArgumentException if there is no model
   */
  public static ChatModel of(
      List<PooledModel> models,
      CooldownPolicy policy,
      LongSupplier nanoClock,
      Sleeper sleeper,
      PausableClock callClock) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("A pool must have at least one model: []");
    }

    if (models.size() == 1 && models.get(0).limits().isNone()) {
      return models.get(0).model();
    }

    long now = nanoClock.getAsLong();
    return new EndpointPool(
        models.stream().map(model -> new PoolMember(model, policy, now)).toList(),
        nanoClock,
        sleeper,
        callClock);
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    Choice choice = begin(request);
    PoolMember member = choice.member();
    long began = nanoClock.getAsLong();
    try {
      ChatReply reply = member.model().ask(request);
      member.succeeded(began, choice.expectedTokens(), reply.usage());
      return reply;
    } catch (ModelUnavailableException failure) {
      member.failed(failure, nanoClock.getAsLong());
      throw failure.retryAfter() != null && isAnyAvailable()
          ? failure.withoutRetryAfter()
          : failure;
    } catch (ModelRefusedException refusal) {
      member.refused(nanoClock.getAsLong());
      throw refused(refusal);
    } catch (ModelMisdirectedException failure) {
      throw member.misdirected(nanoClock.getAsLong()) ? refused(failure.refusal()) : failure;
    } finally {
      member.end();
    }
  }

  @Override
  public void close() {
    members.forEach(member -> member.model().close());
  }

  /** A refusal for good where all endpoints refuse, else one for now. */
  private ModelException refused(ModelRefusedException refusal) {
    return members.stream().allMatch(PoolMember::isRefused) ? refusal : refusal.elsewhere();
  }

  private boolean isAnyAvailable() {
    long now = nanoClock.getAsLong();
    return members.stream().anyMatch(member -> member.isAvailable(now));
  }

  private Choice begin(ChatRequest request) {
    Choice choice = choose(request);
    while (choice.nanosUntilReady > 0) {
      Duration wait = Duration.ofNanos(choice.nanosUntilReady);
      callClock.pausedDuring(() -> slept(wait));
      choice = choose(request);
    }

    return choice;
  }

  private Duration slept(Duration wait) {
    try {
      sleeper.sleep(wait);
      return wait;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException("Stopped while waiting for the rate limits of the endpoints", e);
    }
  }

  /** Chooses under a lock, so that a thousand threads do not all see the same idle endpoint. */
  private synchronized Choice choose(ChatRequest request) {
    long now = nanoClock.getAsLong();
    PoolMember chosen = null;
    for (PoolMember member : members) {
      if (member.isAvailable(now) && (chosen == null || isBetter(member, chosen, now))) {
        chosen = member;
      }
    }

    if (chosen == null) {
      chosen = nextAvailable(now);
    }

    long nanosUntilReady = chosen.nanosUntilReady(now);
    double expectedTokens = nanosUntilReady == 0 ? chosen.begin(request, now) : 0;
    return new Choice(chosen, nanosUntilReady, expectedTokens);
  }

  /** Sooner ready; where equally soon, less loaded; where equally loaded, less used so far. */
  private static boolean isBetter(PoolMember member, PoolMember other, long now) {
    int byWait = Long.compare(member.nanosUntilReady(now), other.nanosUntilReady(now));
    if (byWait != 0) {
      return byWait < 0;
    }

    int byLoad = Double.compare(member.load(), other.load());
    return byLoad < 0 || (byLoad == 0 && member.nextWork() < other.nextWork());
  }

  /** None is available: a pool does not wait, so the one whose cooldown ends first is asked. */
  private PoolMember nextAvailable(long now) {
    PoolMember next = members.get(0);
    for (PoolMember member : members) {
      if (member.cooldownEnds() - now < next.cooldownEnds() - now) {
        next = member;
      }
    }

    return next;
  }

  /**
   * An endpoint, and how long its rate limit makes a call wait; without a wait the call has begun.
   *
   * @param nanosUntilReady 0 if the call has begun
   * @param expectedTokens what the call is expected to take, if it has begun
   */
  private record Choice(PoolMember member, long nanosUntilReady, double expectedTokens) {}
}
