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
  private static final double MOST_FACTOR = 8;

  private final Price price;
  private final String wantedTier;
  private final TokenCounter counter;

  /** By how much the service counts more tokens in a prompt than we do: at most, so far. */
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
            (long) Math.ceil(input * promptFactor),
            output + UsageCountingChatModel.EXCESS_TOKENS,
            wantedTier);
    return new RequestEstimate(input, output, worst);
  }

  /** Looks how many tokens the service counted in a prompt for which so many were expected. */
  void learn(RequestEstimate estimate, Usage usage) {
    if (usage.reported() && estimate.inputTokens() > 0) {
      double factor = (double) usage.inputTokens() / estimate.inputTokens();
      if (factor > promptFactor) {
        promptFactor = Math.min(MOST_FACTOR, factor);
      }
    }
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
