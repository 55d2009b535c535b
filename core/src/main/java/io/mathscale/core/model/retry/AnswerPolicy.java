package io.mathscale.core.model.retry;

import io.mathscale.core.model.TruncatedAnswers;
import java.time.Duration;
import java.util.Objects;

/**
 * What to do about answers that are empty, unreadable or truncated.
 *
 * <p>Asking again after an empty or unreadable answer is no second payment for the same thing: the
 * first answer gave nothing that could be kept. It may be charged all the same, so it is done once,
 * and its tokens are counted with those of the call.
 *
 * @param maxRepeats how often an empty answer, or one that is no JSON, is asked for again: a proxy
 *     that answers with its own page, or a server that drops its model, is often right a moment
 *     later; but each time may be charged
 * @param pause time before each such repeat
 * @param tokenFactor by what the limit of tokens is multiplied for one more request after a
 *     truncated answer; 1 for no such request
 * @param truncatedAnswers what becomes of an answer that is truncated all the same
 */
public record AnswerPolicy(
    int maxRepeats, Duration pause, double tokenFactor, TruncatedAnswers truncatedAnswers) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a component is out of its range
   */
  public AnswerPolicy {
    Objects.requireNonNull(truncatedAnswers, "truncatedAnswers must not be null");
    if (maxRepeats < 0) {
      throw new IllegalArgumentException("maxRepeats must not be negative: " + maxRepeats);
    }

    if (pause.isNegative()) {
      throw new IllegalArgumentException("pause must not be negative: " + pause);
    }

    if (!(tokenFactor >= 1 && tokenFactor <= 1000)) {
      throw new IllegalArgumentException("tokenFactor must be from 1 to 1000: " + tokenFactor);
    }
  }

  /**
   * Asks once more after an empty or unreadable answer, a second later; never after a truncated
   * one.
   */
  public static AnswerPolicy of(TruncatedAnswers truncatedAnswers) {
    return new AnswerPolicy(1, Duration.ofSeconds(1), 1, truncatedAnswers);
  }
}
