package io.mathscale.graph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.graph.network.Hash64;
import io.mathscale.graph.walks.ChiSquare;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleChoiceTest {
  @Test
  void withoutAPoolTheNearestAreShown() {
    assertThat(new ExampleChoice(2, 2).of(new int[] {7, 5}, 3)).containsExactly(7, 5);
    assertThat(new ExampleChoice(0, 0).of(new int[] {7}, 3)).isEmpty();
  }

  @Test
  void aPoolWithFewerSeedsThanWantedIsShownWhole() {
    assertThat(new ExampleChoice(5, 20).of(new int[] {4, 9, 1}, 8)).containsExactly(4, 9, 1);
  }

  @Test
  void everyPairOfThePoolIsEquallyLikelyAndStaysNearestFirst() {
    int[] nearest = {9, 7, 8, 2};
    ExampleChoice choice = new ExampleChoice(2, 4);
    Map<List<Integer>, Long> counts = new HashMap<>();
    for (int composition = 0; composition < 60_000; composition++) {
      int[] shown = choice.of(nearest, Hash64.mix(1, composition));
      counts.merge(Arrays.stream(shown).boxed().toList(), 1L, Long::sum);
    }

    Map<List<Integer>, Double> chances = new HashMap<>();
    for (List<Integer> pair :
        List.of(
            List.of(9, 7),
            List.of(9, 8),
            List.of(9, 2),
            List.of(7, 8),
            List.of(7, 2),
            List.of(8, 2))) {
      chances.put(pair, 1 / 6.0);
    }

    assertThat(ChiSquare.statistic(counts, chances)).isLessThan(ChiSquare.limit(6));
  }
}
