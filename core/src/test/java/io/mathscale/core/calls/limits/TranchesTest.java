package io.mathscale.core.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranchesTest {
  private static final BigDecimal MOST = dollars("100");

  private final FakeClock clock = new FakeClock();
  private final List<BigDecimal> kept = new ArrayList<>();
  private boolean isFull;
  private int tries;
  private Duration takes = Duration.ZERO;
  private final Tranches tranches = new Tranches(this::keep, clock);

  @Test
  void keepsMoreThanIsNeededAndWritesAgainOnlyBeyondThat() {
    assertThat(tranches.cover(dollars("1"), MOST)).isTrue();
    assertThat(tranches.cover(dollars("1.5"), MOST)).isTrue();
    assertThat(tranches.cover(dollars("2"), MOST)).isTrue();

    assertThat(kept).containsExactly(dollars("2"));
  }

  /** A hundredth of a dollar each millisecond, for a minute. */
  @Test
  void writesAboutOnceASecondHoweverMuchIsSpent() {
    for (int step = 1; step <= 60_000; step++) {
      clock.pass(Duration.ofMillis(1));
      BigDecimal needed = BigDecimal.valueOf(step, 2);
      assertThat(tranches.cover(needed, dollars("1000"))).isTrue();
      assertThat(last()).isGreaterThanOrEqualTo(needed);
    }

    assertThat(kept).hasSizeBetween(10, 90);
  }

  @Test
  void keepsNoMoreThanMayBeSpent() {
    tranches.cover(dollars("99"), MOST);

    assertThat(last()).isEqualByComparingTo(MOST);
  }

  @Test
  void lowersTheBoundAgain() {
    tranches.cover(dollars("10"), MOST);
    tranches.lower(dollars("0.5"));
    assertThat(last()).isEqualByComparingTo("20");

    clock.pass(Duration.ofSeconds(6));
    tranches.lower(dollars("0.5"));
    assertThat(last()).isEqualByComparingTo("5.5");

    tranches.end(dollars("0.25"));
    assertThat(last()).isEqualByComparingTo("0.25");
  }

  @Test
  void coversNothingThatCannotBeWritten() {
    isFull = true;

    assertThat(tranches.cover(dollars("1"), MOST)).isFalse();

    isFull = false;
    assertThat(tranches.cover(dollars("1"), MOST)).isTrue();
  }

  @Test
  void isAsLargeAsBeforeAfterALowerBoundThatCouldNotBeWritten() {
    tranches.cover(dollars("10"), MOST);
    clock.pass(Duration.ofSeconds(6));
    isFull = true;
    for (int report = 0; report < 1_000; report++) {
      tranches.lower(dollars("0.5"));
    }

    isFull = false;
    tranches.lower(dollars("0.5"));

    assertThat(last()).isEqualByComparingTo("5.5");
  }

  /** Reports wait in the same line: a store that fails after 20 s would hold them up for ever. */
  @Test
  void leavesAStoreAloneForAsLongAsItTookToFail() {
    isFull = true;
    takes = Duration.ofSeconds(20);
    tranches.cover(dollars("1"), MOST);
    assertThat(tries).isEqualTo(1);

    clock.pass(Duration.ofSeconds(19));
    assertThat(tranches.cover(dollars("1"), MOST)).isFalse();
    assertThat(tries).isEqualTo(1);

    clock.pass(Duration.ofSeconds(1));
    isFull = false;
    assertThat(tranches.cover(dollars("1"), MOST)).isTrue();
    assertThat(tries).isEqualTo(2);
  }

  private void keep(BigDecimal bound) {
    tries++;
    clock.pass(takes);
    if (isFull) {
      throw new UncheckedIOException(new IOException("No space left on device"));
    }

    kept.add(bound);
  }

  private BigDecimal last() {
    return kept.get(kept.size() - 1);
  }

  private static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }
}
