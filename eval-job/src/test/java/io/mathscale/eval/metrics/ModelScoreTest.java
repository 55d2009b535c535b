package io.mathscale.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mathscale.core.config.ScoreConfig.GraderName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelScoreTest {
  /** Rows counted of each data_topic in the paper. */
  private static final long CAP = 2000;

  /** Accuracies and averages are published to a tenth of a percent, partly cut, partly rounded. */
  private static final double ROUNDING = 0.1;

  @ParameterizedTest
  @MethodSource("published")
  void givesThePapersAverages(PublishedScore published) {
    ModelScore score = score(Average.PAPER, topics(published.accuracies()));

    assertThat(score.total().tally().rows()).isEqualTo(15_534);
    assertThat(100 * score.micro().orElseThrow()).isCloseTo(published.micro(), within(ROUNDING));
    assertThat(100 * score.macro().orElseThrow()).isCloseTo(published.macro(), within(ROUNDING));
  }

  /** The paper's averages of WizardMath (15.8, 17.1) do not follow from its own row. */
  static List<PublishedScore> published() {
    return PublishedScore.all().stream()
        .filter(score -> !score.model().equals("WizardMath 7B"))
        .toList();
  }

  @Test
  void leavesAgiEvalMathOutInIcml() {
    ModelScore score = score(Average.ICML, topics(published("MathScale 7B").accuracies()));

    assertThat(100 * score.micro().orElseThrow()).isCloseTo(35.3, within(0.05));
    assertThat(100 * score.macro().orElseThrow()).isCloseTo(38.3, within(0.05));
    assertThat(score.others()).containsOnlyKeys("agieval.math");
  }

  @Test
  void countsEveryRowInFull() {
    ModelScore score = score(Average.FULL, topics(published("MathScale 7B").accuracies()));

    assertThat(score.total().tally().rows()).isEqualTo(18_408);
    assertThat(100 * score.micro().orElseThrow()).isCloseTo(36.1, within(0.05));
  }

  @Test
  void weighsSubjectsByTheirSize() {
    List<TopicScore> topics =
        List.of(topic("MATH.Algebra", 30, 30), topic("MATH.Geometry", 10, 0), topic("tal", 1, 0));

    ModelScore score = score(Average.PAPER, topics);

    assertThat(score.datasets()).containsOnlyKeys("MATH", "tal");
    assertThat(score.datasets().get("MATH").tally().accuracy()).isEqualTo(0.75);
    assertThat(score.subsets()).containsOnlyKeys("MATH.Algebra", "MATH.Geometry");
    assertThat(score.macro()).hasValue(0.375);
    assertThat(score.micro()).hasValue(30 / 41.0);
  }

  @Test
  void listsOtherDataSetsApartAndCountsThemInFullAlone() {
    List<TopicScore> topics = List.of(topic("gsm8k", 10, 5), topic("FreshGaokaoMath2023", 30, 30));

    ModelScore paper = score(Average.PAPER, topics);
    ModelScore full = score(Average.FULL, topics);

    assertThat(paper.datasets()).containsOnlyKeys("gsm8k");
    assertThat(paper.others()).containsOnlyKeys("FreshGaokaoMath2023");
    assertThat(paper.micro()).hasValue(0.5);
    assertThat(full.datasets()).containsOnlyKeys("gsm8k", "FreshGaokaoMath2023");
    assertThat(full.micro()).hasValue(35 / 40.0);
    assertThat(full.macro()).hasValue(0.75);
  }

  @Test
  void hasNoAverageWhereNothingCounts() {
    ModelScore score = score(Average.PAPER, List.of(topic("math500", 10, 5)));

    assertThat(score.micro()).isEmpty();
    assertThat(score.macro()).isEmpty();
    assertThat(score.gradedSets()).isZero();
  }

  @Test
  void showsASetOfWhichAllAnswersAreMissing() {
    SetScore missing = new SetScore(Tally.NONE, 1496);
    List<TopicScore> topics =
        List.of(topic("gsm8k", 10, 5), new TopicScore("tal", missing, SetScore.NONE));

    ModelScore score = score(Average.PAPER, topics);

    assertThat(score.datasets()).containsEntry("tal", missing);
    assertThat(score.macro()).hasValue(0.5);
    assertThat(score.gradedSets()).isEqualTo(1);
  }

  private static ModelScore score(Average average, List<TopicScore> topics) {
    return ModelScore.of("model", average, GraderName.MWPBENCH, topics);
  }

  private static PublishedScore published(String model) {
    return PublishedScore.all().stream()
        .filter(score -> score.model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static List<TopicScore> topics(Map<String, Double> accuracies) {
    List<TopicScore> topics = new ArrayList<>();
    for (MwpbenchSet set : MwpbenchSet.values()) {
      double share = accuracies.get(set.key()) / 100;
      boolean isCut = set == MwpbenchSet.APE210K;
      long first = isCut ? CAP : set.testRows();
      long rest = set.testRows() - first;
      topics.add(
          new TopicScore(
              set.key(),
              new SetScore(Tally.of(first, Math.round(first * share)), 0),
              new SetScore(Tally.of(rest, Math.round(rest * share)), 0)));
    }

    return topics;
  }

  private static TopicScore topic(String topic, long rows, long right) {
    return new TopicScore(topic, new SetScore(Tally.of(rows, right), 0), SetScore.NONE);
  }
}
