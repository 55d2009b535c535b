package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ScoreConfig.GraderName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AveragesTest {
  private static final Averages AVERAGES =
      Averages.of(
          Map.of("competition", List.of("aime", "olympiad"), "school", List.of("MATH", "gsm8k")));

  @Test
  void aGroupCountsAllRowsOfItsDataSets() {
    List<TopicScore> topics =
        List.of(
            new TopicScore("aime", score(10, 5), score(10, 0)),
            topic("olympiad.algebra", 10, 10),
            topic("olympiad.geometry", 30, 0),
            topic("gsm8k", 100, 100));

    ModelScore score =
        ModelScore.of("m", AVERAGES.named("competition"), AVERAGES, GraderName.STRICT, topics);

    assertThat(score.datasets().keySet()).containsExactly("aime", "olympiad");
    assertThat(score.subsets()).containsOnlyKeys("olympiad.algebra", "olympiad.geometry");
    assertThat(score.others()).containsOnlyKeys("gsm8k");
    assertThat(score.total().tally().rows()).isEqualTo(60);
    assertThat(score.micro()).hasValue(0.25);
    assertThat(score.macro()).hasValue(0.25);
    assertThat(score.publishedSets()).isEqualTo(2);
    assertThat(score.isComparable()).isFalse();
  }

  @Test
  void aGroupMayHoldSetsOfMwpbenchWithTheirSubjects() {
    ModelScore score =
        ModelScore.of(
            "m",
            AVERAGES.named("school"),
            AVERAGES,
            GraderName.STRICT,
            List.of(topic("MATH.Algebra", 4, 1), topic("MATH.Geometry", 4, 1)));

    assertThat(score.datasets()).containsOnlyKeys("MATH");
    assertThat(score.micro()).hasValue(0.25);
    assertThat(score.gradedSets()).isEqualTo(1);
  }

  @Test
  void subjectsOfAGroupsSetAreAddedUpInOtherAveragesToo() {
    List<TopicScore> topics =
        List.of(topic("olympiad.algebra", 3, 1), topic("olympiad.geometry", 1, 0));

    ModelScore paper = ModelScore.of("m", Average.PAPER, AVERAGES, GraderName.STRICT, topics);
    ModelScore full = ModelScore.of("m", Average.FULL, AVERAGES, GraderName.STRICT, topics);

    assertThat(paper.others()).containsOnlyKeys("olympiad");
    assertThat(full.datasets()).containsOnlyKeys("olympiad");
    assertThat(full.publishedSets()).isEqualTo(1);
  }

  @Test
  void showsAllRowsWhereAnAverageCountsNothing() {
    assertThat(AVERAGES.named("paper", List.of("aime"))).isEqualTo(Average.FULL);
    assertThat(AVERAGES.named("competition", List.of("aime", "x")).name()).isEqualTo("competition");
    assertThat(AVERAGES.named("paper", List.of("MATH.Algebra"))).isEqualTo(Average.PAPER);
  }

  @Test
  void listsTheGroupsAfterTheAveragesOfMwpbench() {
    assertThat(AVERAGES.all())
        .extracting(Average::name)
        .containsExactly("paper", "icml", "full", "competition", "school");
  }

  private static TopicScore topic(String name, long rows, long right) {
    return new TopicScore(name, score(rows, right), SetScore.NONE);
  }

  private static SetScore score(long rows, long right) {
    return new SetScore(Tally.of(rows, right), 0);
  }
}
