package io.mathscale.generator.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.config.SolveConfig.Mode;
import org.junit.jupiter.api.Test;

class ExpectedTriesTest {
  @Test
  void oneRightTryTakesTheInverseOfTheRate() {
    // Rounds ask a little more than what is needed: 1 / 0.7 is 1.43.
    assertThat(ExpectedTries.assumed(new SolveRule(Mode.UNIFORM, 1, 100, 2, 1, 0)).mean())
        .isBetween(1.42, 1.48);
  }

  @Test
  void noMoreThanTheCapIsAsked() {
    assertThat(ExpectedTries.assumed(new SolveRule(Mode.UNIFORM, 4, 4, 2, 1, 0)).mean())
        .isEqualTo(4);
  }

  /** Two tries, and of 0.7 right ones: 0.42 * 0.5 questions want one more, 0.09 want three. */
  @Test
  void fractionsAreWantedOfAsManyQuestionsAsTheySay() {
    assertThat(ExpectedTries.assumed(new SolveRule(Mode.PROP2DIFF, 3, 100, 2, 0, 0)).mean())
        .isCloseTo(2 + (0.42 * 0.5 + 0.09 * 3) / 0.7, within(0.05));
  }

  @Test
  void aPilotIsAskedWhole() {
    assertThat(ExpectedTries.assumed(new SolveRule(Mode.PROP2DIFF, 1, 8, 8, 1, 0)).mean())
        .isEqualTo(8);
  }
}
