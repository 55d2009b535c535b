package io.mathscale.core.calls.estimate;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a stage would take.
 *
 * @param stage name of the stage
 * @param calls different calls in all
 * @param ended those of them that were answered or failed, and are not asked again
 * @param spent US dollars that all of them have taken
 * @param inputTokens tokens of the others' prompts, as {@link io.mathscale.core.model.TokenCounter}
 *     counts them
 * @param mostOutputTokens tokens of their answers, if each is as long as allowed
 * @param mostCost US dollars that they take then, each asked once
 * @param projection what they take by the experience of those that ended; empty where fewer than
 *     two did
 */
public record Estimate(
    String stage,
    long calls,
    long ended,
    BigDecimal spent,
    long inputTokens,
    long mostOutputTokens,
    BigDecimal mostCost,
    Optional<Projection> projection) {
  /** Calls to make. */
  public long toAsk() {
    return calls - ended;
  }

  /**
   * Sums over the calls to make, each with its 95 % prediction interval.
   *
   * @param inputTokens tokens sent, as the service counts them, all tries
   * @param outputTokens tokens received, all tries
   * @param cost US dollars
   */
  public record Projection(Range inputTokens, Range outputTokens, Range cost) {}

  /**
   * An interval.
   *
   * @param low its lower end, at least 0
   * @param expected the most likely value
   * @param high its upper end
   */
  public record Range(double low, double expected, double high) {}
}
