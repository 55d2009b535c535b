package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.config.ValidateConfig.Rule;
import io.mathscale.core.data.ValidationVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoppingRuleTest {
  private static final StoppingRule SEQUENTIAL = new StoppingRule(Rule.SEQUENTIAL, 5);
  private static final StoppingRule MAJORITY = new StoppingRule(Rule.MAJORITY, 5);

  @Test
  void twoThatAgreeDecide() {
    assertThat(SEQUENTIAL.next(Votes.NONE)).isEqualTo(2);
    assertThat(SEQUENTIAL.isDecided(votes("="))).isFalse();
    assertThat(SEQUENTIAL.isDecided(votes("=="))).isTrue();
    assertThat(SEQUENTIAL.isDecided(votes("ab=="))).isTrue();
    assertThat(SEQUENTIAL.next(votes("=a"))).isEqualTo(1);
    assertThat(SEQUENTIAL.next(votes("--"))).isEqualTo(2);
    assertThat(SEQUENTIAL.next(votes("----"))).isEqualTo(1);
  }

  @Test
  void anotherAnswerMustBeTwoAhead() {
    assertThat(votes("aa").verdict()).isEqualTo(ValidationVerdict.OUTVOTED);
    assertThat(SEQUENTIAL.isDecided(votes("=aa"))).isFalse();
    assertThat(SEQUENTIAL.isDecided(votes("=aaa"))).isTrue();
    assertThat(votes("=aaa").verdict()).isEqualTo(ValidationVerdict.OUTVOTED);
    assertThat(votes("=aabc").verdict()).isEqualTo(ValidationVerdict.OUTVOTED);
    assertThat(votes("aabb").verdict()).as("no one answer").isEqualTo(ValidationVerdict.SPLIT);
  }

  @Test
  void votesWithoutAnswersAreTries() {
    assertThat(votes("-----").verdict()).isEqualTo(ValidationVerdict.UNSOLVED);
    assertThat(SEQUENTIAL.isDecided(votes("-----"))).isTrue();
    assertThat(votes("-=-").agreement()).isEqualTo(1);
    assertThat(votes("=aab").agreement()).isEqualTo(0.5);
  }

  @Test
  void aMajorityIsDecidedWhenNothingCanChangeIt() {
    assertThat(MAJORITY.next(Votes.NONE)).isEqualTo(3);
    assertThat(MAJORITY.isDecided(votes("=="))).isFalse();
    assertThat(MAJORITY.isDecided(votes("==="))).isTrue();
    assertThat(MAJORITY.isDecided(votes("==a"))).isFalse();
    assertThat(MAJORITY.isDecided(votes("==ab"))).isTrue();
    assertThat(MAJORITY.isDecided(votes("aaa"))).isTrue();
    assertThat(MAJORITY.isDecided(votes("aab"))).isFalse();
  }

  /** Whatever the votes, an early end has the verdict of all. */
  @Test
  void aMajorityHasTheVerdictOfAllVotes() {
    for (int code = 0; code < 4 * 4 * 4 * 4 * 4; code++) {
      StringBuilder all = new StringBuilder();
      for (int rest = code, i = 0; i < 5; i++, rest /= 4) {
        all.append("=ab-".charAt(rest % 4));
      }

      int end = 0;
      while (!MAJORITY.isDecided(votes(all.substring(0, end)))) {
        end += MAJORITY.next(votes(all.substring(0, end)));
      }

      assertThat(votes(all.substring(0, end)).verdict())
          .as("%s ends at %d", all, end)
          .isEqualTo(votes(all.toString()).verdict());
    }
  }

  @Test
  void thePassRateOfTheSecondRightOneIsWhatTheTextbookSays() {
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, Votes.NONE)).isNull();
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, votes("=="))).isEqualTo(1);
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, votes("=a="))).isEqualTo(1 / 2.0);
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, votes("a=b="))).isEqualTo(1 / 3.0);
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, votes("a--=="))).isEqualTo(1 / 4.0);
    assertThat(UnbiasedPassRate.of(SEQUENTIAL, votes("aa"))).isZero();
    assertThat(UnbiasedPassRate.of(new StoppingRule(Rule.FIXED, 5), votes("==a==")))
        .isEqualTo(4 / 5.0);
  }

  /** The mean over all courses, each as often as it happens, is the rate itself. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void thePassRateHasNoBias(Rule kind) {
    StoppingRule rule = new StoppingRule(kind, 5);
    for (double rate : List.of(0.1, 0.5, 0.7, 0.95)) {
      assertThat(mean(rule, "", rate)).isCloseTo(rate, within(1e-12));
    }
  }

  /** The rest is one wrong answer, another, and none. */
  private static double mean(StoppingRule rule, String course, double rate) {
    if (rule.isDecided(votes(course))) {
      return UnbiasedPassRate.of(rule, votes(course));
    }

    return rate * mean(rule, course + "=", rate)
        + (1 - rate) * 0.5 * mean(rule, course + "a", rate)
        + (1 - rate) * 0.3 * mean(rule, course + "b", rate)
        + (1 - rate) * 0.2 * mean(rule, course + "-", rate);
  }

  /** A sign a vote: = agrees, - has no answer, a letter is another answer. */
  private static Votes votes(String signs) {
    List<Integer> others =
        signs
            .chars()
            .filter(Character::isLetter)
            .distinct()
            .mapToObj(letter -> (int) signs.chars().filter(c -> c == letter).count())
            .toList();
    int agreeing = (int) signs.chars().filter(c -> c == '=').count();
    return new Votes(signs.length(), agreeing, others);
  }
}
