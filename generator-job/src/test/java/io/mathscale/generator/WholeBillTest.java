package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.estimate.Estimate;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholeBillTest {
  @Test
  void expectsWhatEndedCallsTookAndBoundsByTheLongestAnswers() {
    WholeBill bill = WholeBill.of(estimate(100, 10, "1.00", "45.00"), 200, 500);

    assertThat(bill).isEqualTo(new WholeBill(200, 20, true, 500, 1 + 490 * 0.5));
    assertThat(bill.text("validate", "by a guess", "validate.max-solutions"))
        .isEqualTo(
            "validate: all rounds take 200 calls and $20.0000, by a guess; at most 500 calls"
                + " (validate.max-solutions) and $246.0000");
  }

  @Test
  void saysWhereNoCallHasEnded() {
    WholeBill bill = WholeBill.of(estimate(100, 0, "0", "50.00"), 200, 500);

    assertThat(bill.plus(WholeBill.NONE)).isEqualTo(new WholeBill(200, 100, false, 500, 250));
    assertThat(bill.text("solve", "by a guess", "solve.max-tries"))
        .startsWith("solve: all rounds take 200 calls and $100.0000 with the longest answers, ");
  }

  @Test
  void knowsThePriceWhereNothingIsLeftToAsk() {
    assertThat(WholeBill.of(estimate(10, 10, "1.00", "0"), 20, 50))
        .isEqualTo(new WholeBill(20, 2, true, 50, 5));
  }

  private static Estimate estimate(long calls, long ended, String spent, String mostCost) {
    return new Estimate(
        "stage",
        calls,
        ended,
        new BigDecimal(spent),
        0,
        0,
        new BigDecimal(mostCost),
        Optional.empty());
  }
}
