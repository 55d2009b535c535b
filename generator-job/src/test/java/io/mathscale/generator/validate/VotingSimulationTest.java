package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ValidateConfig.Rule;
import io.mathscale.generator.validate.VotingSimulation.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/validation.md promises of the rules, on pairs half of which are difficult. */
class VotingSimulationTest {
  private static final double EASY = 0.05;
  private static final double DIFFICULT = 0.30;
  private static final int PAIRS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theDefaultRuleIsRightAtHalfTheCalls(long seed) {
    Outcome outcome =
        new VotingSimulation(0.3, 0, seed).run(Rule.SEQUENTIAL, PAIRS, EASY, DIFFICULT);

    assertThat(outcome.wrongAgreed()).isLessThanOrEqualTo(0.05);
    assertThat(outcome.rightNotAgreed()).isLessThanOrEqualTo(0.03);
    assertThat(outcome.callShare()).isLessThanOrEqualTo(0.55);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aMajorityTakesLessThanAllCalls(long seed) {
    Outcome outcome = new VotingSimulation(0.3, 0, seed).run(Rule.MAJORITY, PAIRS, EASY, DIFFICULT);

    assertThat(outcome.callShare()).isLessThanOrEqualTo(0.70);
    assertThat(outcome.rightNotAgreed()).isLessThanOrEqualTo(0.03);
  }
}
