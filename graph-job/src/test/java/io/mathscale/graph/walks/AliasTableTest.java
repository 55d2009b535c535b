package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AliasTableTest {
  @Test
  void theChanceOfANeighbourIsItsWeightAndEpsilonOverTheSum() {
    // Equation 2: exp(log(w + 1e-5)) over the sum, so 1.00001, 2.00001 and 7.00001 of 10.00003.
    double[] chances = chances(new long[] {1, 2, 7});

    assertThat(chances[0]).isCloseTo(1.00001 / 10.00003, within(1e-15));
    assertThat(chances[1]).isCloseTo(2.00001 / 10.00003, within(1e-15));
    assertThat(chances[2]).isCloseTo(7.00001 / 10.00003, within(1e-15));
  }

  @Test
  void aLonelyNeighbourIsCertain() {
    assertThat(chances(new long[] {5})).containsExactly(1);
  }

  @Property(seed = "42")
  void everyChanceIsThatOfEquationTwo(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1_000_000) Long> given) {
    long[] weights = given.stream().mapToLong(Long::longValue).toArray();
    double[] chances = chances(weights);

    double sum =
        Arrays.stream(weights).mapToDouble(weight -> Math.exp(Math.log(weight + 1e-5))).sum();
    for (int place = 0; place < weights.length; place++) {
      double expected = Math.exp(Math.log(weights[place] + 1e-5)) / sum;
      assertThat(chances[place]).isCloseTo(expected, within(1e-12));
    }
  }

  @Property(seed = "42")
  void everyDrawFallsOnAPlace(@ForAll @LongRange(min = 1, max = 2_000_000_000) long size) {
    int places = (int) size;

    assertThat(AliasTable.place(0, places)).isZero();
    assertThat(AliasTable.place(1 - 0x1p-53, places)).isEqualTo(places - 1);
    assertThat(AliasTable.depth(1 - 0x1p-53, places)).isBetween(0.0, 1.0);
  }

  /** The part of all draws that leads to each neighbour. */
  private static double[] chances(long[] weights) {
    AliasTable table = AliasTable.of(weights);
    double[] chances = new double[weights.length];
    for (int place = 0; place < weights.length; place++) {
      assertThat(table.threshold(place)).isBetween(0.0, 1.0);
      chances[place] += table.threshold(place) / weights.length;
      chances[table.alias(place)] += (1 - table.threshold(place)) / weights.length;
    }

    return chances;
  }
}
