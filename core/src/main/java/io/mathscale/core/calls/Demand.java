package io.mathscale.core.calls;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What one request may take, before it is sent.
 *
 * @param inputTokens estimated tokens of the prompt; 0 where nothing depends on them
 * @param maxOutputTokens the longest answer; 0 where nothing depends on it
 * @param worstCost US dollars, at that length
 */
record Demand(long inputTokens, long maxOutputTokens, BigDecimal worstCost)
    implements Serializable {
  static final Demand NONE = new Demand(0, 0, BigDecimal.ZERO);
}
