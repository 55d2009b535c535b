package io.mathscale.core.model;

import java.util.Objects;

/**
 * The tokens that requests took.
 *
 * @param inputTokens tokens of the prompt, cached ones included
 * @param cachedInputTokens tokens of the prompt that the server had in its cache
 * @param cacheWriteTokens tokens of the prompt that the server wrote into its cache
 * @param outputTokens tokens of the answer, reasoning included
 * @param reported whether the server counted them; false if we did, or if nothing is known
 * @param doubtfulRequests requests that may have been charged for more than is known here
 * @param serviceTier the tier that served the request, in the server's words; empty if it does not
 *     say, and for several requests
 */
public record Usage(
    long inputTokens,
    long cachedInputTokens,
    long cacheWriteTokens,
    long outputTokens,
    boolean reported,
    int doubtfulRequests,
    String serviceTier) {
  /** Nothing was charged. */
  public static final Usage NONE = new Usage(0, 0, 0, false);

  /** A request was sent, and whether it was charged is not known. */
  public static final Usage DOUBTFUL = new Usage(0, 0, 0, 0, false, 1, "");

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public Usage {
    Objects.requireNonNull(serviceTier, "serviceTier must not be null");
    if (inputTokens < 0
        || cachedInputTokens < 0
        || cacheWriteTokens < 0
        || outputTokens < 0
        || doubtfulRequests < 0) {
      throw new IllegalArgumentException(
          "Counts must not be negative: %d, %d, %d, %d, %d"
              .formatted(
                  inputTokens,
                  cachedInputTokens,
                  cacheWriteTokens,
                  outputTokens,
                  doubtfulRequests));
    }
  }

  /**
   * The tokens of a request without cache writes, of no tier in particular.
   *
   * @param inputTokens tokens of the prompt, cached ones included
   * @param cachedInputTokens tokens of the prompt that the server had in its cache
   * @param outputTokens tokens of the answer, reasoning included
   * @param reported whether the server counted them
   */
  public Usage(long inputTokens, long cachedInputTokens, long outputTokens, boolean reported) {
    this(inputTokens, cachedInputTokens, 0, outputTokens, reported, 0, "");
  }

  /** Whether more may have been charged than is known. */
  public boolean isDoubtful() {
    return doubtfulRequests > 0;
  }

  private boolean hasTokens() {
    return reported || inputTokens > 0 || outputTokens > 0;
  }

  /**
   * The sum; reported only if the server counted all tokens in it. {@link #NONE} adds nothing, and
   * of several tiers none is left.
   */
  public Usage plus(Usage other) {
    if (equals(NONE)) {
      return other;
    }

    if (other.equals(NONE)) {
      return this;
    }

    return new Usage(
        inputTokens + other.inputTokens,
        cachedInputTokens + other.cachedInputTokens,
        cacheWriteTokens + other.cacheWriteTokens,
        outputTokens + other.outputTokens,
        (reported || !hasTokens()) && (other.reported || !other.hasTokens()),
        doubtfulRequests + other.doubtfulRequests,
        serviceTier.equals(other.serviceTier) ? serviceTier : "");
  }
}
