package io.mathscale.core.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What tokens cost, in US dollars a million tokens.
 *
 * @param input tokens of the prompt
 * @param cachedInput tokens of the prompt that the server had in its cache; null stands for input
 * @param cacheWrite tokens of the prompt that the server wrote into its cache; null stands for
 *     input
 * @param output tokens of the answer
 * @param tiers prices of service tiers that differ, by the name that the service gives a tier in
 *     its answers; null stands for none
 */
public record Price(
    BigDecimal input,
    BigDecimal cachedInput,
    BigDecimal cacheWrite,
    BigDecimal output,
    Map<String, Price> tiers)
    implements Serializable {
  /** Everything is free. */
  public static final Price FREE = of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Prices are by the million, ten to the sixth. */
  private static final int MILLION_DIGITS = 6;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a price is missing or negative, or a tier has tiers
   */
  public Price {
    check("input", input);
    check("output", output);
    cachedInput = cachedInput == null ? input : cachedInput;
    cacheWrite = cacheWrite == null ? input : cacheWrite;
    check("cached-input", cachedInput);
    check("cache-write", cacheWrite);
    tiers = tiers == null ? Map.of() : Map.copyOf(tiers);
    for (Map.Entry<String, Price> tier : tiers.entrySet()) {
      if (!tier.getValue().tiers.isEmpty()) {
        throw new IllegalArgumentException("tiers must have no tiers: " + tier.getKey());
      }
    }
  }

  /** Prices without tiers; what is written into the cache costs as other input. */
  public static Price of(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
    return new Price(input, cachedInput, null, output, null);
  }

  /** Whether everything is free, in every tier. */
  public boolean isFree() {
    return worst(1, 1, "").signum() == 0;
  }

  /** What the usage of a request costs, in US dollars, exactly, in the tier that it names. */
  public BigDecimal cost(Usage usage) {
    Price price = tiers.getOrDefault(usage.serviceTier(), this);
    long uncached =
        Math.max(0, usage.inputTokens() - usage.cachedInputTokens() - usage.cacheWriteTokens());
    return times(price.input, uncached)
        .add(times(price.cachedInput, usage.cachedInputTokens()))
        .add(times(price.cacheWrite, usage.cacheWriteTokens()))
        .add(times(price.output, usage.outputTokens()))
        .movePointLeft(MILLION_DIGITS);
  }

  /**
   * The most that a request can cost, in US dollars: an answer as long as allowed, the prompt at
   * its dearest, in the dearest tier that the request may get.
   *
   * @param inputTokens tokens of the prompt
   * @param maxTokens most tokens of the answer
   * @param wantedTier the tier that the request asks for: it may get that one or the standard one;
   *     empty if the service chooses, which may be any
   */
  public BigDecimal worst(long inputTokens, long maxTokens, String wantedTier) {
    BigDecimal worst = worstHere(inputTokens, maxTokens);
    if (wantedTier.isEmpty()) {
      for (Price tier : tiers.values()) {
        worst = worst.max(tier.worstHere(inputTokens, maxTokens));
      }

      return worst;
    }

    return Optional.ofNullable(tiers.get(wantedTier))
        .map(tier -> tier.worstHere(inputTokens, maxTokens))
        .map(worst::max)
        .orElse(worst);
  }

  private BigDecimal worstHere(long inputTokens, long maxTokens) {
    return times(input.max(cachedInput).max(cacheWrite), inputTokens)
        .add(times(output, maxTokens))
        .movePointLeft(MILLION_DIGITS);
  }

  private static BigDecimal times(BigDecimal price, long tokens) {
    return price.multiply(BigDecimal.valueOf(tokens));
  }

  private static void check(String name, BigDecimal price) {
    if (price == null || price.signum() < 0) {
      throw new IllegalArgumentException("%s must not be negative: %s".formatted(name, price));
    }
  }
}
