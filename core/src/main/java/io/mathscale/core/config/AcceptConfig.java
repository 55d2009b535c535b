package io.mathscale.core.config;

import java.math.BigDecimal;

/**
 * How many accepted rows are wanted, or for how much money.
 *
 * @param rows accepted rows wanted; 0 for no number
 * @param dollars US dollars that the model calls for accepted rows may take; 0 for no sum
 * @param sample prompts of the first round
 */
public record AcceptConfig(long rows, BigDecimal dollars, int sample) {
  public AcceptConfig {
    Check.atLeast("rows", 0, rows);
    Check.notNegative("dollars", dollars);
    Check.atLeast("sample", 1, sample);
  }

  /** Whether there is an end to come to; else one round asks for all compositions. */
  public boolean hasGoal() {
    return rows > 0 || dollars.signum() > 0;
  }
}
