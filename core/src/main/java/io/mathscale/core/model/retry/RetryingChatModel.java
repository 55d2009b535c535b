package io.mathscale.core.model.retry;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.PausableClock;
import io.mathscale.core.model.Sleeper;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Asks again while the model is unavailable. Replies and exceptions tell how many tries there were.
 */
public final class RetryingChatModel implements ChatModel {
  private final ChatModel model;
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final LongSupplier nanoClock;
  private final DoubleSupplier jitter;

  /**
   * A model that is asked again while it is unavailable.
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
    this.model = model;
    this.policy = policy;
    this.sleeper = sleeper;
    this.nanoClock = nanoClock;
    this.jitter = jitter;
  }

  @Override
  public ChatReply ask(ChatRequest request) {
    long start = nanoClock.getAsLong();
    int rateLimited = 0;
    for (int tries = 1; ; tries++) {
      try {
        ChatReply reply = model.ask(request);
        return tries == 1 ? reply : reply.withTries(tries);
      } catch (ModelUnavailableException failure) {
        // A rate limit says nothing against the request: only time ends it.
        boolean isRateLimit = failure.failureCause() == FailureCause.RATE_LIMITED;
        rateLimited += isRateLimit ? 1 : 0;
        Duration delay = policy.delay(failure.retryAfter(), tries, jitter.getAsDouble());
        Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - start);
        boolean isOutOfTries = !isRateLimit && tries - rateLimited >= policy.maxTries();
        if (isOutOfTries || elapsed.plus(delay).compareTo(policy.giveUpAfter()) > 0) {
          throw failure.givenUp(tries, elapsed);
        }

        sleeper.pause(delay, failure);
      } catch (ModelException failure) {
        throw tries == 1 ? failure : failure.after(tries, failure.usage());
      }
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
