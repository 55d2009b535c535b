package io.mathscale.core.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final String A = "a";
  private static final String B = "b";

  private final Ledger ledger =
      new Ledger(List.of(new Budget("calls.budget", dollars("1"), dollars("0.4"), dollars("0.1"))));

  @Test
  void allowsEverythingWithoutACap() {
    Ledger free = new Ledger(List.of());

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

    ledger.settle(A, dollars("0.3"), dollars("0.25"), BigDecimal.ZERO);

    assertThat(ledger.reserve(B, dollars("0.3"))).isEqualTo(Ledger.Answer.EXHAUSTED);
    assertThat(ledger.certain()).isEqualByComparingTo("0.25");
  }

  @Test
  void countsDoubtAsSpent() {
    ledger.reserve(A, dollars("0.3"));
    ledger.settle(A, dollars("0.3"), BigDecimal.ZERO, dollars("0.3"));

    assertThat(ledger.certain()).isZero();
    assertThat(ledger.doubtful()).isEqualByComparingTo("0.3");
    assertThat(ledger.reserve(B, dollars("0.2"))).isEqualTo(Ledger.Answer.RESERVED);
    assertThat(ledger.passedBy(dollars("0.01"))).isPresent();
  }

  @Test
  void givesBackWhatACallDidNotCost() {
    ledger.reserve(A, dollars("0.5"));
    ledger.settle(A, dollars("0.5"), dollars("0.01"), BigDecimal.ZERO);

    assertThat(ledger.reserve(B, dollars("0.49"))).isEqualTo(Ledger.Answer.RESERVED);
  }

  @Test
  void countsWhatALostExecutorHadInFlightAsDoubtful() {
    ledger.reserve(A, dollars("0.2"));
    ledger.reserve(B, dollars("0.1"));

    assertThat(ledger.lose(A)).isEqualByComparingTo("0.2");
    assertThat(ledger.doubtful()).isEqualByComparingTo("0.2");
    assertThat(ledger.certain()).isZero();
    assertThat(ledger.lose(A)).isZero();
    assertThat(ledger.reserve(B, dollars("0.2"))).isEqualTo(Ledger.Answer.RESERVED);
  }

  @Test
  void putsRightWhatALostExecutorStillReports() {
    ledger.reserve(A, dollars("0.2"));
    ledger.reserve(B, dollars("0.1"));
    ledger.lose(A);

    ledger.settle(A, dollars("0.2"), dollars("0.05"), BigDecimal.ZERO);

    assertThat(ledger.certain()).isEqualByComparingTo("0.05");
    assertThat(ledger.doubtful()).isZero();
    assertThat(ledger.reserve(A, dollars("0.35"))).isEqualTo(Ledger.Answer.RESERVED);
    assertThat(ledger.reserve(A, dollars("0.01"))).isEqualTo(Ledger.Answer.WAIT);
  }

  /** Whatever is reserved, settled and lost, in whatever order. */
  @Property(tries = 300, seed = "42")
  void neverSpendsMoreThanTheCap(
      @ForAll @Size(max = 60) int[] steps, @ForAll @IntRange(min = 1, max = 40) int worstCents) {
    Ledger spending =
        new Ledger(List.of(new Budget("budget", dollars("1"), BigDecimal.ZERO, BigDecimal.ZERO)));
    BigDecimal worst = BigDecimal.valueOf(worstCents, 2);
    Deque<String> inFlight = new ArrayDeque<>();
    for (int step : steps) {
      String executor = (step & 1) == 0 ? A : B;
      if (Math.floorMod(step, 7) == 0) {
        spending.lose(executor);
        inFlight.removeIf(executor::equals);
      } else if (Math.floorMod(step, 3) == 0 && !inFlight.isEmpty()) {
        boolean isCertain = (step & 2) == 0;
        spending.settle(
            inFlight.removeFirst(),
            worst,
            isCertain ? worst : BigDecimal.ZERO,
            isCertain ? BigDecimal.ZERO : worst);
      } else if (spending.reserve(executor, worst) == Ledger.Answer.RESERVED) {
        inFlight.addLast(executor);
      }

      BigDecimal held = worst.multiply(BigDecimal.valueOf(inFlight.size()));
      assertThat(spending.bound()).isLessThanOrEqualTo(BigDecimal.ONE);
      assertThat(spending.certain().add(spending.doubtful()).add(held))
          .isEqualByComparingTo(spending.bound());
    }
  }

  private static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }
}
