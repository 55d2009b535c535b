package io.mathscale.graph.compositions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExampleUseTest {
  @Test
  void countsTheUsesOfSeeds() {
    // Used: 1, 2, 3 and 10; the top hundredth of five seeds is one of them, with 10 of 16 uses.
    assertThat(ExampleUse.of(new int[] {3, 0, 10, 1, 2}))
        .isEqualTo(new ExampleUse(5, 4, 3, 10, 0.625));
  }

  @Test
  void noSeedAndNoUseAreNothing() {
    assertThat(ExampleUse.of(new int[0])).isEqualTo(new ExampleUse(0, 0, 0, 0, 0));
    assertThat(ExampleUse.of(new int[3])).isEqualTo(new ExampleUse(3, 0, 0, 0, 0));
  }
}
