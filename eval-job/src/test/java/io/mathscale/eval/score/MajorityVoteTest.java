package io.mathscale.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {
  private static final GradedSample SEVEN = new GradedSample(0, "7", false, false);
  private static final GradedSample EIGHT = new GradedSample(1, "x = 8", true, true);
  private static final GradedSample EIGHT_AGAIN = new GradedSample(2, "x=8", true, false);
  private static final GradedSample SILENT = new GradedSample(3, "", false, false);

  @Test
  void countsAnswersThatDifferInWhiteSpaceAlone() {
    assertThat(MajorityVote.of(List.of(SEVEN, EIGHT, EIGHT_AGAIN), 3)).contains(EIGHT);
  }

  @Test
  void takesTheFirstOfTwoThatAreAsFrequent() {
    assertThat(MajorityVote.of(List.of(SEVEN, EIGHT, EIGHT_AGAIN), 2)).contains(SEVEN);
  }

  @Test
  void hasNoWinnerWhereNobodyAnswers() {
    assertThat(MajorityVote.of(List.of(SILENT, SILENT, EIGHT), 2)).isEmpty();
    assertThat(MajorityVote.of(List.of(SILENT, SILENT, EIGHT), 3)).contains(EIGHT);
  }
}
