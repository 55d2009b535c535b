package io.mathscale.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityTest {
  private static final Vote SEVEN = new Vote(0, "7", false, false);
  private static final Vote EIGHT = new Vote(1, "x = 8", true, true);
  private static final Vote EIGHT_AGAIN = new Vote(2, "x=8", true, false);
  private static final Vote SILENT = new Vote(3, "", false, false);

  @Test
  void countsAnswersThatDifferInWhiteSpaceAlone() {
    assertThat(Majority.of(List.of(SEVEN, EIGHT, EIGHT_AGAIN), 3)).contains(EIGHT);
  }

  @Test
  void takesTheFirstOfTwoThatAreAsFrequent() {
    assertThat(Majority.of(List.of(SEVEN, EIGHT, EIGHT_AGAIN), 2)).contains(SEVEN);
  }

  @Test
  void hasNoWinnerWhereNobodyAnswers() {
    assertThat(Majority.of(List.of(SILENT, SILENT, EIGHT), 2)).isEmpty();
    assertThat(Majority.of(List.of(SILENT, SILENT, EIGHT), 3)).contains(EIGHT);
  }
}
