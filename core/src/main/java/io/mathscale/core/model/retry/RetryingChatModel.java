package io.mathscale.core.model.retry;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.PausableClock;
import io.mathscale.core.model.Sleeper;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Asks again while the model is unavailable. Failures that are not the call's own fault use up none
 * of its tries. Replies and exceptions tell how many tries there were.
 */
public final class RetryingChatModel implements ChatModel {
  private final ChatModel model;
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final LongSupplier nanoClock;
  private final DoubleSupplier jitter;
  private final FailureJudge judge;
  private final BooleanSupplier isThere;

  /**
   * A model that is asked again while it is unavailable, and holds every failure against the call.
   *
   * @param model what is asked
   * @param policy when to try again, and how often
   * @param sleeper how to wait
   * @param nanoClock the time in nanoseconds, a {@link PausableClock} where permits are waited for
   * @param jitter random numbers from 0 to 1
   */
  public RetryingChatModel(
      ChatModel model,
      RetryPolicy policy,
      Sleeper sleeper,
      LongSupplier nanoClock,
      DoubleSupplier jitter) {
    this(model, policy, sleeper, nanoClock, jitter, FailureJudge.STRICT, () -> true);
  }

  /**
   * A model that is asked again while it is unavailable.
   *
   * @param model what is asked
   * @param policy when to try again, and how often
   * @param sleeper how to wait
   * @param nanoClock the time in nanoseconds, a {@link PausableClock} where permits are waited for
   * @param jitter random numbers from 0 to 1
   * @param judge tells whose fault a failure is
   * @param isThere asks the service whether it is there, by a request that costs nothing
   */
  public RetryingChatModel(
      ChatModel model,
      RetryPolicy policy,
      Sleeper sleeper,
      LongSupplier nanoClock,
      DoubleSupplier jitter,
      FailureJudge judge,
      BooleanSupplier isThere) {
    this.model = model;
    this.policy = policy;
    this.sleeper = sleeper;
    this.nanoClock = nanoClock;
    this.jitter = jitter;
    this.judge = judge;
    this.isThere = isThere;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    try (Tries tries = new Tries()) {
      while (true) {
        try {
          return tries.ended(model.ask(request));
        } catch (ModelException failure) {
          tries.failed(failure);
        }
      }
    }
  }

  @Override
  public void close() {
    model.close();
  }

  /** The tries of one call. */
  private final class Tries implements AutoCloseable {
    private final long start = nanoClock.getAsLong();
    private int count;
    private int own;
    private int rateLimited;
    private ModelException last;
    private long lastAt;
    private boolean isUndecided;

    ChatReply ended(ChatReply reply) {
      count++;
      return count == 1 ? reply : reply.withTries(count);
    }

    /** Returns when it is time for another try; throws if there is none. */
    void failed(ModelException failure) {
      count++;
      if (!judge.isWaitedFor(failure)) {
        throw after(failure);
      }

      // What was undecided when the last try began is known by now.
      if (isUndecided && judge.hasAnsweredSince(lastAt)) {
        charge(last);
      }

      lastAt = judge.failed(last, failure);
      last = failure;
      isUndecided = true;
      decide(failure);
      sleeper.pause(delay(failure), failure);
      if (isUndecided) {
        decide(failure);
      }
    }

    private void decide(ModelException failure) {
      if (!judge.isOwn(failure, lastAt, isThere)) {
        return;
      }

      isUndecided = false;
      charge(failure);
      Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - start);
      if (failure instanceof ModelMisdirectedException) {
        throw after(failure);
      } else if (failure instanceof ModelUnavailableException unavailable && isOver(elapsed)) {
        throw unavailable.givenUp(count, elapsed);
      }
    }

    /** A rate limit says nothing against the request: only time ends it. */
    private void charge(ModelException failure) {
      if (failure.failureCause() == FailureCause.RATE_LIMITED) {
        rateLimited++;
      } else {
        own++;
      }
    }

    private boolean isOver(Duration elapsed) {
      return own >= policy.maxTries()
          || (rateLimited >= policy.maxTries() && elapsed.compareTo(policy.giveUpAfter()) > 0);
    }

    private Duration delay(ModelException failure) {
      int failures = judge.isPaused() ? 1 : count;
      double random = jitter.getAsDouble();
      return failure instanceof ModelUnavailableException unavailable
          ? policy.delay(unavailable, failures, random)
          : policy.backoff(failures + 2, random);
    }

    private ModelException after(ModelException failure) {
      return count == 1 ? failure : failure.after(count, failure.usage());
    }

    @Override
    public void close() {
      if (last != null) {
        judge.over(last);
      }
    }
  }
}
