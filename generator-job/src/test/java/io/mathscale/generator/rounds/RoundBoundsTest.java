package io.mathscale.generator.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundBoundsTest {
  private static final long SEED = 42;
  private static final List<String> IDS =
      IntStream.range(0, 1_000).mapToObj(i -> "composition " + i).toList();

  @Test
  void eachRoundTakesTheNextCompositions() {
    OrderedCompositions ordered = ordered(SEED);
    RoundBounds bounds = new RoundBounds(SEED, List.of(ordered.place(100), ordered.place(350)));

    assertThat(inRound(bounds, 1)).isEqualTo(100);
    assertThat(inRound(bounds, 2)).isEqualTo(250);
    assertThat(inRound(bounds, 3)).isEqualTo(650);
    assertThat(ordered.upTo(ordered.place(350))).isEqualTo(350);
  }

  @Test
  void anotherSeedOrOneMoreCompositionMakesOthers() {
    assertThat(ordered(SEED).id()).isEqualTo(ordered(SEED).id()).isNotEqualTo(ordered(7).id());
    assertThat(OrderedCompositions.of(1, 2).id()).isNotEqualTo(OrderedCompositions.of(3).id());
  }

  @Test
  void countsEqualPlacesTogether() {
    assertThat(OrderedCompositions.of(5, 1, 5, 9).upTo(5)).isEqualTo(3);
    assertThat(OrderedCompositions.of(5, 1, 5, 9).upTo(0)).isZero();
  }

  private static long inRound(RoundBounds bounds, int round) {
    return IDS.stream().filter(id -> bounds.roundOf(id) == round).count();
  }

  private static OrderedCompositions ordered(long seed) {
    return OrderedCompositions.of(
        IDS.stream().mapToLong(id -> RoundBounds.place(seed, id)).toArray());
  }
}
