package io.mathscale.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShinglesTest {
  private static final int[] ONE = hashes("a b c d e f");

  @Test
  void hashesEachRunInTheOrderOfTheText() {
    assertThat(Shingles.runs(ONE, 3)).hasSize(4).doesNotHaveDuplicates();
    assertThat(Shingles.runs(hashes("b c d"), 3)).containsExactly(Shingles.runs(ONE, 3)[1]);
    assertThat(Shingles.runs(hashes("b a c"), 3)).isNotEqualTo(Shingles.runs(hashes("a b c"), 3));
    assertThat(Shingles.runs(ONE, 7)).isEmpty();
  }

  @Test
  void aSetIsSortedAndHoldsEachRunOnce() {
    assertThat(Shingles.set(hashes("a a a a b"), 2)).hasSize(2).isSorted();
  }

  @Test
  void likenessIsSharedRunsByAllRuns() {
    int[] one = Shingles.set(ONE, 3);
    int[] changed = Shingles.set(hashes("a b c d e x"), 3);

    assertThat(Shingles.common(one, changed)).isEqualTo(3);
    assertThat(Shingles.jaccard(one, changed)).isCloseTo(0.6, within(1e-9));
    assertThat(Shingles.jaccard(changed, changed)).isEqualTo(1);
    assertThat(Shingles.jaccard(changed, new int[0])).isZero();
    assertThat(Shingles.jaccard(new int[0], new int[0])).isEqualTo(1);
  }

  private static int[] hashes(String tokens) {
    return Shingles.hashes(List.of(tokens.split(" ")));
  }
}
