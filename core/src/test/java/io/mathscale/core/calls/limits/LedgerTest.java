package io.mathscale.core.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final String A = "a";
  private static final String B = "b";

  private final Ledger ledger = new Ledger(dollars("1"), dollars("0.5"));

  @Test
  void allowsEverythingWithoutACap() {
    Ledger free = new Ledger(BigDecimal.ZERO, dollars("7"));

    assertThat(free.isLimited()).isFalse();
    assertThat(free.reserve(A, dollars("1000000"))).isEqualTo(Ledger.Answer.RESERVED);
  }

  @Test
  void reservesUpToTheCap() {
    assertThat(ledger.reserve(A, dollars("0.5"))).isEqualTo(Ledger.Answer.RESERVED);
    assertThat(ledger.reserve(B, dollars("0.000001"))).isEqualTo(Ledger.Answer.WAIT);
  }

  @Test
  void isExhaustedOnlyWhenNothingCanComeBack() {
    ledger.reserve(A, dollars("0.3"));

    assertThat(ledger.reserve(B, dollars("0.3"))).isEqualTo(Ledger.Answer.WAIT);

    ledger.settle(A, dollars("0.3"), dollars("0.25"));

    assertThat(ledger.reserve(B, dollars("0.3"))).isEqualTo(Ledger.Answer.EXHAUSTED);
    assertThat(ledger.spent()).isEqualByComparingTo("0.75");
  }

  @Test
  void givesBackWhatACallDidNotCost() {
    ledger.reserve(A, dollars("0.5"));
    ledger.settle(A, dollars("0.5"), dollars("0.01"));

    assertThat(ledger.reserve(B, dollars("0.49"))).isEqualTo(Ledger.Answer.RESERVED);
  }

  @Test
  void countsWhatALostExecutorHadInFlightAsSpent() {
    ledger.reserve(A, dollars("0.2"));
    ledger.reserve(B, dollars("0.1"));

    assertThat(ledger.lose(A)).isEqualByComparingTo("0.2");
    assertThat(ledger.spent()).isEqualByComparingTo("0.7");
    assertThat(ledger.lose(A)).isZero();
    assertThat(ledger.reserve(B, dollars("0.2"))).isEqualTo(Ledger.Answer.RESERVED);
  }

  @Test
  void putsRightWhatALostExecutorStillReports() {
    ledger.reserve(A, dollars("0.2"));
    ledger.reserve(B, dollars("0.1"));
    ledger.lose(A);

    ledger.settle(A, dollars("0.2"), dollars("0.05"));

    assertThat(ledger.spent()).isEqualByComparingTo("0.55");
    assertThat(ledger.reserve(A, dollars("0.35"))).isEqualTo(Ledger.Answer.RESERVED);
    assertThat(ledger.reserve(A, dollars("0.01"))).isEqualTo(Ledger.Answer.WAIT);
  }

  /** Whatever is reserved, settled and lost, in whatever order. */
  @Property(tries = 300, seed = "42")
  void neverSpendsMoreThanTheCap(
      @ForAll @Size(max = 60) int[] steps, @ForAll @IntRange(min = 1, max = 40) int worstCents) {
    Ledger spending = new Ledger(dollars("1"), BigDecimal.ZERO);
    BigDecimal worst = BigDecimal.valueOf(worstCents, 2);
    Deque<String> inFlight = new ArrayDeque<>();
    for (int step : steps) {
      String executor = (step & 1) == 0 ? A : B;
      if (Math.floorMod(step, 7) == 0) {
        spending.lose(executor);
        inFlight.removeIf(executor::equals);
      } else if (Math.floorMod(step, 3) == 0 && !inFlight.isEmpty()) {
        spending.settle(inFlight.removeFirst(), worst, worst);
      } else if (spending.reserve(executor, worst) == Ledger.Answer.RESERVED) {
        inFlight.addLast(executor);
      }

      BigDecimal held = worst.multiply(BigDecimal.valueOf(inFlight.size()));
      assertThat(spending.spent().add(held)).isLessThanOrEqualTo(BigDecimal.ONE);
    }
  }

  private static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }
}
