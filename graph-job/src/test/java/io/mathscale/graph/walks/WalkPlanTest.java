package io.mathscale.graph.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.IntRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkPlanTest {
  private static final int WALKS = 200_000;

  @Test
  void everyPairOfStepCountsIsEquallyLikely() {
    Map<List<Integer>, Long> counts = new HashMap<>();
    for (int epoch = 0; epoch < WALKS; epoch++) {
      WalkPlan plan = WalkPlan.of(17, epoch, new IntRange(1, 2), new IntRange(0, 4));
      counts.merge(List.of(plan.topicSteps(), plan.knowledgePointSteps()), 1L, Long::sum);
    }

    Map<List<Integer>, Double> chances = new HashMap<>();
    for (int topicSteps = 1; topicSteps <= 2; topicSteps++) {
      for (int knowledgePointSteps = 0; knowledgePointSteps <= 4; knowledgePointSteps++) {
        chances.put(List.of(topicSteps, knowledgePointSteps), 1 / 10.0);
      }
    }

    assertThat(ChiSquare.statistic(counts, chances)).isLessThan(ChiSquare.limit(10));
  }

  @Test
  void drawsAreUniformWhateverTheStepCounts() {
    Map<List<Integer>, Long> counts = new HashMap<>();
    for (int epoch = 0; epoch < WALKS; epoch++) {
      WalkPlan plan = WalkPlan.of(18, epoch, new IntRange(1, 2), new IntRange(0, 4));
      int first = (int) (plan.draw() * 4);
      int second = (int) (plan.draw() * 4);
      counts.merge(List.of(plan.topicSteps(), first, second), 1L, Long::sum);
    }

    Map<List<Integer>, Double> chances = new HashMap<>();
    for (int cell = 0; cell < 32; cell++) {
      chances.put(List.of(1 + cell / 16, cell / 4 % 4, cell % 4), 1 / 32.0);
    }

    assertThat(ChiSquare.statistic(counts, chances)).isLessThan(ChiSquare.limit(32));
  }

  @Test
  void aFixedNumberOfStepsIsTaken() {
    WalkPlan plan = WalkPlan.of(1, 2, new IntRange(3, 3), new IntRange(0, 0));

    assertThat(plan.topicSteps()).isEqualTo(3);
    assertThat(plan.knowledgePointSteps()).isZero();
  }
}
