package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairingTest {
  @Test
  void givesNewcombesIntervalOfAPairedDifference() {
    // Newcombe 1998 (Statistics in Medicine 17, table III, method 10): 36, 12, 2, 0 of 50.
    Pairing pairing = new Pairing(36, 2, 12, 0);

    assertThat(pairing.difference()).isCloseTo(0.20, within(1e-12));
    assertThat(pairing.interval().low()).isCloseTo(0.0569, within(5e-4));
    assertThat(pairing.interval().high()).isCloseTo(0.3404, within(5e-4));
  }

  @Test
  void testsFlipsExactly() {
    // Two-sided sign test: 2 * (1 + 5) / 2^5, 2 / 2^10, and no evidence at all.
    assertThat(new Pairing(7, 1, 4, 7).mcNemar()).isCloseTo(0.375, within(1e-12));
    assertThat(new Pairing(0, 10, 0, 0).mcNemar()).isCloseTo(0.001953125, within(1e-12));
    assertThat(new Pairing(5, 3, 3, 5).mcNemar()).isOne();
    assertThat(new Pairing(5, 0, 0, 5).mcNemar()).isOne();
  }

  @Test
  void testsManyFlips() {
    assertThat(new Pairing(0, 5_000, 5_200, 0).mcNemar()).isCloseTo(0.0487, within(5e-4));
  }

  /** Two answers to each of four problems: 1/2 1 0 1/2 against 1 1 1/2 1/2. */
  @Test
  void comparesTheSharesOfSeveralAnswers() {
    long half = 500_000_000;
    Pairing pairing = new Pairing(1, 1, 1, 1, new PairedShares(4 * half, 6 * half, half));

    assertThat(pairing.first()).isEqualTo(0.5);
    assertThat(pairing.second()).isEqualTo(0.75);
    assertThat(pairing.difference()).isEqualTo(0.25);
    // The differences 1/2 0 1/2 0 have a standard deviation of 0.2887, of 0.1443 in the mean.
    assertThat(pairing.interval().low()).isCloseTo(0.25 - 1.96 * 0.14434, within(1e-4));
    assertThat(pairing.chance()).isCloseTo(0.0833, within(1e-4));
    assertThat(pairing.mcNemar()).isOne();
  }

  @Test
  void addsUp() {
    Pairing sum = new Pairing(1, 2, 3, 4).plus(new Pairing(10, 20, 30, 40)).plus(Pairing.NONE);

    assertThat(sum).isEqualTo(new Pairing(11, 22, 33, 44));
    assertThat(sum.first()).isEqualTo(33 / 110.0);
    assertThat(sum.second()).isEqualTo(44 / 110.0);
  }

  @Test
  void needsAProblem() {
    assertThatThrownBy(Pairing.NONE::difference)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a comparison needs at least 1 problem: 0");
  }
}
