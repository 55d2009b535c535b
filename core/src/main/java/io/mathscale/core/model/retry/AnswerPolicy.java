package io.mathscale.core.model.retry;

import io.mathscale.core.model.TruncatedAnswers;
import java.time.Duration;
import java.util.Objects;

/**
 * What to do about answers that are not what was asked for.
 *
 * <p>Asking again after an empty or unreadable answer is no second payment for the same thing: the
 * first one gave nothing that could be kept. It may be charged all the same, so it is done once,
 * and its tokens are counted with those of the call.
 *
 * @param maxRepeats how often an empty answer, or one that is no JSON, is asked for again: a proxy
 *     that answers with its own page, or a server that drops its model, is often right a moment
 *     later; but each time may be charged
 * @param pause time before each such repeat
 * @param tokenFactor by what a cut answer's limit of tokens is multiplied when it is asked for once
 *     more; 1 to take it as it is at once
 * @param truncatedAnswers what becomes of an answer that is cut all the same
 */
public record AnswerPolicy(
    int maxRepeats, Duration pause, double tokenFactor, TruncatedAnswers truncatedAnswers) {
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

  /** Asks once more for an empty or unreadable answer, a second later; never for a cut one. */
  public static AnswerPolicy of(TruncatedAnswers truncatedAnswers) {
    return new AnswerPolicy(1, Duration.ofSeconds(1), 1, truncatedAnswers);
  }
}
