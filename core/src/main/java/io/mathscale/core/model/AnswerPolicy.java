package io.mathscale.core.model;

import java.time.Duration;

/**
 * What to do about answers that are not what was asked for.
 *
 * @param maxRepeats how often an empty answer, or one that is no JSON, is asked for again: a proxy
 *     that answers with its own page, or a server that drops its model, is often right a moment
 *     later; but each time may be charged
 * @param pause time before each such repeat
 * @param tokenFactor by what a cut answer's limit of tokens is multiplied when it is asked for once
 *     more; 1 to take it as a failure at once
 */
public record AnswerPolicy(int maxRepeats, Duration pause, double tokenFactor) {
  /** Asks once more for an empty or unreadable answer, a second later; never for a cut one. */
  public static final AnswerPolicy DEFAULT = new AnswerPolicy(1, Duration.ofSeconds(1), 1);

  public AnswerPolicy {
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
}
