package io.mathscale.core.model;

import java.math.BigDecimal;

/**
 * What tokens cost, in US dollars a million tokens.
 *
 * @param input tokens of the prompt
 * @param cachedInput tokens of the prompt that the server had in its cache
 * @param output tokens of the answer
 */
public record Price(BigDecimal input, BigDecimal cachedInput, BigDecimal output)
    implements java.io.Serializable {
  /** Everything is free. */
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Prices are by the million, ten to the sixth. */
  private static final int MILLION_DIGITS = 6;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a price is negative
   */
  public Price {
    check("input", input);
    check("cachedInput", cachedInput);
    check("output", output);
  }

  /** What a usage costs, in US dollars, exactly. */
  public BigDecimal cost(Usage usage) {
    long uncached = Math.max(0, usage.inputTokens() - usage.cachedInputTokens());
    return times(input, uncached)
        .add(times(cachedInput, usage.cachedInputTokens()))
        .add(times(output, usage.outputTokens()))
        .movePointLeft(MILLION_DIGITS);
  }

  /**
   * The most that a request can cost, in US dollars: nothing cached, an answer as long as allowed.
   *
   * @param inputTokens tokens of the prompt
   * @param maxTokens most tokens of the answer
   */
  public BigDecimal worst(long inputTokens, long maxTokens) {
    return times(input.max(cachedInput), inputTokens)
        .add(times(output, maxTokens))
        .movePointLeft(MILLION_DIGITS);
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  private static void check(String name, BigDecimal price) {
    if (price.signum() < 0) {
      throw new IllegalArgumentException("%s must not be negative: %s".formatted(name, price));
    }
  }
}
