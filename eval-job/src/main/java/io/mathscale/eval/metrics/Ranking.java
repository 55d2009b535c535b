package io.mathscale.eval.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Models in the order of their micro averages. A model that answered fewer problems than another
 * has no rank, since its average is over others.
 *
 * @param ranked the scores of models that answered as many problems as any other, best first
 * @param unranked the scores of the others, best first
 */
public record Ranking(List<ModelScore> ranked, List<ModelScore> unranked) {
  /** Copies the lists. */
  public Ranking {
    ranked = List.copyOf(ranked);
    unranked = List.copyOf(unranked);
  }

  /** The ranking of scores by the same average and grader. */
  public static Ranking of(List<ModelScore> scores) {
    List<ModelScore> sorted = new ArrayList<>(scores);
    sorted.sort(Comparator.comparingDouble((ModelScore score) -> -score.micro().orElse(-1)));
    long sets = mostSets(scores);
    long problems = mostProblems(scores);
    List<ModelScore> ranked = new ArrayList<>();
    List<ModelScore> unranked = new ArrayList<>();
    for (ModelScore score : sorted) {
      boolean isWhole = sets > 0 && score.gradedSets() == sets && problemCount(score) == problems;
      (isWhole ? ranked : unranked).add(score);
    }

    return new Ranking(ranked, unranked);
  }

  /**
   * Why a model has no rank.
   *
   * @param score one of {@link #unranked}
   */
  public String reason(ModelScore score) {
    List<ModelScore> all = new ArrayList<>(ranked);
    all.addAll(unranked);
    return "%,d of %,d problems, %d of %d data sets"
        .formatted(problemCount(score), mostProblems(all), score.gradedSets(), mostSets(all));
  }

  private static long problemCount(ModelScore score) {
    return score.total().tally().problemCount();
  }

  private static long mostSets(List<ModelScore> scores) {
    return scores.stream().mapToLong(ModelScore::gradedSets).max().orElse(0);
  }

  private static long mostProblems(List<ModelScore> scores) {
    return scores.stream().mapToLong(Ranking::problemCount).max().orElse(0);
  }
}
