package io.mathscale.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceTest {
  private static final Price PRICE =
      Price.of(new BigDecimal("0.50"), new BigDecimal("0.25"), new BigDecimal("1.50"));

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

    assertThat(PRICE.cost(usage)).isLessThanOrEqualTo(PRICE.worst(input, output, ""));
  }

  @Test
  void takesTheCacheForOtherInputWhereNothingIsSaid() {
    Price price = new Price(BigDecimal.ONE, null, null, BigDecimal.TEN, null);

    assertThat(price.cost(new Usage(10, 4, 3, 0, true, 0, ""))).isEqualByComparingTo("0.000010");
  }

  @Test
  void chargesWhatIsWrittenIntoTheCache() {
    Price price =
        new Price(
            new BigDecimal("2"),
            new BigDecimal("0.2"),
            new BigDecimal("2.5"),
            BigDecimal.TEN,
            null);

    // 3 at 2, 4 at 0.2, 3 at 2.5; and none of ten is cheaper than what is written at most
    assertThat(price.cost(new Usage(10, 4, 3, 0, true, 0, ""))).isEqualByComparingTo("0.0000143");
    assertThat(price.worst(10, 1, "")).isEqualByComparingTo("0.000035");
  }

  @Test
  void followsTheTierOfTheAnswerAndFearsTheDearestItMayGet() {
    Price flex = Price.of(new BigDecimal("0.5"), new BigDecimal("0.1"), new BigDecimal("2"));
    Price priority = Price.of(new BigDecimal("2"), new BigDecimal("1"), new BigDecimal("8"));
    Price price =
        new Price(
            BigDecimal.ONE,
            null,
            null,
            BigDecimal.valueOf(4),
            Map.of("flex", flex, "priority", priority));

    assertThat(price.cost(new Usage(0, 0, 0, 1_000_000, true, 0, "flex")))
        .isEqualByComparingTo("2");
    assertThat(price.cost(new Usage(0, 0, 0, 1_000_000, true, 0, "default")))
        .isEqualByComparingTo("4");
    assertThat(price.worst(0, 1_000_000, "")).isEqualByComparingTo("8");
    assertThat(price.worst(0, 1_000_000, "flex")).isEqualByComparingTo("4");
    assertThat(price.worst(0, 1_000_000, "priority")).isEqualByComparingTo("8");
    assertThat(price.isFree()).isFalse();
    assertThat(Price.FREE.isFree()).isTrue();
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> Price.of(BigDecimal.ZERO, BigDecimal.ONE.negate(), BigDecimal.ZERO))
        .hasMessage("cached-input must not be negative: -1");
  }

  @Test
  void addsUsages() {
    Usage reported = new Usage(10, 4, 2, true);
    Usage counted = new Usage(1, 0, 1, false);

    assertThat(reported.plus(reported)).isEqualTo(new Usage(20, 8, 4, true));
    assertThat(reported.plus(counted)).isEqualTo(new Usage(11, 4, 3, false));
    assertThat(reported.plus(Usage.DOUBTFUL).plus(Usage.DOUBTFUL))
        .isEqualTo(new Usage(10, 4, 0, 2, true, 2, ""));
    assertThat(Usage.NONE.plus(reported)).isEqualTo(reported);
    assertThat(reported.plus(Usage.NONE)).isEqualTo(reported);
  }
}
