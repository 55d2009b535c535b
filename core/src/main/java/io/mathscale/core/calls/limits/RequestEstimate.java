package io.mathscale.core.calls.limits;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What one request may take, before it is sent.
 *
 * @param inputTokens estimated tokens of the prompt; 0 where nothing depends on them
 * @param maxOutputTokens the longest answer; 0 where nothing depends on it
 * @param worstCost US dollars, at that length
 */
public record RequestEstimate(long inputTokens, long maxOutputTokens, BigDecimal worstCost)
    implements Serializable {
  /** Of a request on which no limit depends. */
  public static final RequestEstimate NONE = new RequestEstimate(0, 0, BigDecimal.ZERO);
}
