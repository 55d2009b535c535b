package io.mathscale.core.model;

/**
 * The tokens that a call took.
 *
 * @param inputTokens tokens of the prompt, cached ones included
 * @param cachedInputTokens tokens of the prompt that the server had in its cache
 * @param outputTokens tokens of the answer, reasoning included
 * @param reported whether the server counted them; false if we did, or if nothing is known
 */
public record Usage(long inputTokens, long cachedInputTokens, long outputTokens, boolean reported) {
  /** Nothing was charged, or nothing is known about it. */
  public static final Usage NONE = new Usage(0, 0, 0, false);

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public Usage {
    if (inputTokens < 0 || cachedInputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "Token counts must not be negative: %d, %d, %d"
              .formatted(inputTokens, cachedInputTokens, outputTokens));
    }
  }

  /** The sum; reported only if the server counted both. {@link #NONE} adds nothing. */
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
        outputTokens + other.outputTokens,
        reported && other.reported);
  }
}
