package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
  /** As {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} of R. */
  @Test
  void correctsTheSmallestMost() {
    List<Double> corrected = Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005));

    List<Double> expected = List.of(0.03, 0.06, 0.06, 0.02);
    for (int i = 0; i < expected.size(); i++) {
      Assertions.assertThat(corrected.get(i)).isCloseTo(expected.get(i), Offset.offset(1e-12));
    }
  }

  @Test
  void leavesOneTestAsItIs() {
    assertThat(Holm.corrected(List.of(0.2))).containsExactly(0.2);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }

  @Test
  void givesNothingBeyondOne() {
    assertThat(Holm.corrected(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
  }
}
