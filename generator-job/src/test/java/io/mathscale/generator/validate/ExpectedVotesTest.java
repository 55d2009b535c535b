package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.config.ValidateConfig.Rule;
import org.junit.jupiter.api.Test;

class ExpectedVotesTest {
  @Test
  void aFixedNumberIsAskedOfTheModelsInTurn() {
    ExpectedVotes votes = ExpectedVotes.assumed(new StoppingRule(Rule.FIXED, 5));

    assertThat(votes.ofModel(0, 1)).isEqualTo(5);
    assertThat(votes.ofModel(0, 2)).isEqualTo(3);
    assertThat(votes.ofModel(1, 2)).isEqualTo(2);
  }

  /** Two agree, or two right ones outvote: each in 0.49 of its cases, which are all. */
  @Test
  void aThirdIsAskedWhereTwoDoNotTell() {
    ExpectedVotes votes = ExpectedVotes.assumed(new StoppingRule(Rule.SEQUENTIAL, 3));

    assertThat(votes.shares().subList(0, 2)).containsExactly(1.0, 1.0);
    assertThat(votes.shares().get(2)).isCloseTo(0.51, within(0.01));
    assertThat(votes.basis()).contains("if 70 % of the answers are right", "(an assumption)");
  }
}
