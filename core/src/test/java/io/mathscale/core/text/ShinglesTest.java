package io.mathscale.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShinglesTest {
  private static final List<String> ONE = List.of("a", "b", "c", "d", "e", "f");

  @Test
  void hashesEachRunInTheOrderOfTheText() {
    assertThat(Shingles.hashes(ONE, 3)).hasSize(4).doesNotHaveDuplicates();
    assertThat(Shingles.hashes(ONE.subList(1, 4), 3)).containsExactly(Shingles.hashes(ONE, 3)[1]);
    assertThat(Shingles.hashes(List.of("b", "a", "c"), 3))
        .isNotEqualTo(Shingles.hashes(List.of("a", "b", "c"), 3));
    assertThat(Shingles.hashes(ONE, 7)).isEmpty();
  }

  @Test
  void aSetIsSortedAndHoldsEachRunOnce() {
    assertThat(Shingles.set(List.of("a", "a", "a", "a", "b"), 2)).hasSize(2).isSorted();
  }

  @Test
  void likenessIsSharedRunsByAllRuns() {
    int[] changed = Shingles.set(List.of("a", "b", "c", "d", "e", "x"), 3);

    assertThat(Shingles.common(Shingles.set(ONE, 3), changed)).isEqualTo(3);
    assertThat(Shingles.jaccard(Shingles.set(ONE, 3), changed)).isCloseTo(0.6, within(1e-9));
    assertThat(Shingles.jaccard(changed, changed)).isEqualTo(1);
    assertThat(Shingles.jaccard(changed, new int[0])).isZero();
    assertThat(Shingles.jaccard(new int[0], new int[0])).isEqualTo(1);
  }
}
