package io.mathscale.core.calls.limits;

import io.mathscale.core.model.Charge;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.model.Usage;
import io.mathscale.core.model.UsageCountingChatModel;
import java.math.BigDecimal;

/**
 * Tells what requests may cost before they are sent, and what they cost when they have ended.
 * Thread-safe.
 */
public final class RequestPrices {
  /** So many tokens more than expected are what a chat template adds to any prompt. */
  private static final long MOST_TEMPLATE_TOKENS = 256;

  /** Tokenizers differ by less: an odd answer must not make every request dear. */
  private static final double MOST_FACTOR = 4;

  private final Price price;
  private final String wantedTier;
  private final TokenCounter counter;

  /** What the service adds to a prompt, in tokens: the most so far. */
  private volatile long templateTokens;

  /** By what factor it counts more tokens in the prompt itself: the most so far. */
  private volatile double promptFactor = 1;

  /**
   * The prices of a model.
   *
   * @param price of its tokens
   * @param wantedTier the service tier that requests ask for; empty for none
   * @param counter counts the tokens of prompts
   */
  public RequestPrices(Price price, String wantedTier, TokenCounter counter) {
    this.price = price;
    this.wantedTier = wantedTier;
    this.counter = counter;
  }

  /** What a request may take. */
  RequestEstimate estimate(ChatRequest request) {
    long input = counter.count(request.messages());
    long output = request.sampling().maxTokens();
    BigDecimal worst =
        price.worst(
            (long) Math.ceil(input * promptFactor) + templateTokens,
            output + UsageCountingChatModel.EXCESS_TOKENS,
            wantedTier);
    return new RequestEstimate(input, output, worst);
  }

  /** Looks how many tokens the service counted in a prompt for which so many were expected. */
  void learn(RequestEstimate estimate, Usage usage) {
    if (usage.reported() && estimate.inputTokens() > 0 && excess(estimate, usage) > 0) {
      learnFrom(estimate, usage);
    }
  }

  private synchronized void learnFrom(RequestEstimate estimate, Usage usage) {
    double excess = excess(estimate, usage);
    if (templateTokens + excess <= MOST_TEMPLATE_TOKENS) {
      templateTokens = Math.max(templateTokens, templateTokens + (long) Math.ceil(excess));
    } else {
      double factor = (double) (usage.inputTokens() - templateTokens) / estimate.inputTokens();
      promptFactor = Math.max(promptFactor, Math.min(MOST_FACTOR, factor));
    }
  }

  /** Tokens of the prompt beyond what is known of the service. */
  private double excess(RequestEstimate estimate, Usage usage) {
    return usage.inputTokens() - estimate.inputTokens() * promptFactor - templateTokens;
  }

  /**
   * What a request cost: its tokens for certain, and in doubt all beyond them, up to the worst.
   *
   * @param estimate what it was expected to take, {@link RequestEstimate#NONE} if nobody asked
   */
  Charge charge(ChatRequest request, RequestEstimate estimate, Usage usage) {
    BigDecimal cost = price.cost(usage);
    if (!usage.isDoubtful()) {
      return Charge.certain(usage, cost);
    }

    RequestEstimate known = estimate.equals(RequestEstimate.NONE) ? estimate(request) : estimate;
    return new Charge(usage, cost, known.worstCost().subtract(cost).max(BigDecimal.ZERO));
  }
}
