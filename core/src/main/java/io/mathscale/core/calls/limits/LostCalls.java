package io.mathscale.core.calls.limits;

import java.math.BigDecimal;

/**
 * What an executor had in flight that is gone.
 *
 * @param calls how many, as it reported last
 * @param dollars US dollars that they may have cost; 0 where no budget counts them
 */
public record LostCalls(long calls, BigDecimal dollars) {
  /** Whether any may have been charged. */
  public boolean isAny() {
    return calls > 0 || dollars.signum() > 0;
  }

  /** What the user should know. */
  public String text() {
    String counted =
        dollars.signum() > 0
            ? "for up to $%s, which the budget counts"
                .formatted(dollars.stripTrailingZeros().toPlainString())
            : "and no budget counts them";
    return "A lost executor had %,d calls in flight: they may have been charged, %s"
        .formatted(calls, counted);
  }
}
