package io.mathscale.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final Price PRICE =
      new Price(new BigDecimal("0.50"), new BigDecimal("0.25"), new BigDecimal("1.50"));

  @Test
  void addsWhatEachKindOfTokenCosts() {
    Usage usage = new Usage(1_000_000, 400_000, 2_000_000, true);

    // 600,000 at 0.50, 400,000 at 0.25, 2,000,000 at 1.50 a million
    assertThat(PRICE.cost(usage)).isEqualByComparingTo("3.40");
  }

  @Test
  void isExact() {
    assertThat(PRICE.cost(new Usage(1, 0, 1, true))).isEqualByComparingTo("0.0000020");
    assertThat(PRICE.cost(new Usage(1, 1, 0, true))).isEqualByComparingTo("0.00000025");
  }

  @Property(seed = "42")
  void neverCostsMoreThanTheWorst(
      @ForAll @LongRange(min = 0, max = 1_000_000) long input,
      @ForAll @LongRange(min = 0, max = 1_000_000) long cached,
      @ForAll @LongRange(min = 0, max = 1_000_000) long output) {
    Usage usage = new Usage(input, Math.min(cached, input), output, true);

    assertThat(PRICE.cost(usage)).isLessThanOrEqualTo(PRICE.worst(input, output));
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> new Price(BigDecimal.ZERO, BigDecimal.ONE.negate(), BigDecimal.ZERO))
        .hasMessage("cachedInput must not be negative: -1");
  }

  @Test
  void addsUsages() {
    Usage reported = new Usage(10, 4, 2, true);
    Usage counted = new Usage(1, 0, 1, false);

    assertThat(reported.plus(reported)).isEqualTo(new Usage(20, 8, 4, true));
    assertThat(reported.plus(counted)).isEqualTo(new Usage(11, 4, 3, false));
    assertThat(Usage.NONE.plus(reported)).isEqualTo(reported);
    assertThat(reported.plus(Usage.NONE)).isEqualTo(reported);
  }
}
