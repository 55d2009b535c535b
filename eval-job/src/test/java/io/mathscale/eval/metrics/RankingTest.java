package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ScoreConfig.GraderName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void leavesOutModelsThatAnsweredFewerProblems() {
    ModelScore good = score("good", 100, 60);
    ModelScore better = score("better", 100, 70);
    ModelScore few = score("few", 30, 30);

    Ranking ranking = Ranking.of(List.of(good, few, better));

    assertThat(ranking.ranked()).containsExactly(better, good);
    assertThat(ranking.unranked()).containsExactly(few);
    assertThat(ranking.reason(few)).isEqualTo("30 of 100 problems, 1 of 1 data sets");
  }

  @Test
  void ranksNobodyWhereNothingThatCountsWasGraded() {
    ModelScore none = ModelScore.of("m", Average.PAPER, GraderName.STRICT, List.of());

    assertThat(Ranking.of(List.of(none)).ranked()).isEmpty();
  }

  private static ModelScore score(String model, long rows, long right) {
    SetScore score = new SetScore(Tally.of(rows, right), 0);
    return ModelScore.of(
        model,
        Average.PAPER,
        GraderName.STRICT,
        List.of(new TopicScore("gsm8k", score, SetScore.NONE)));
  }
}
