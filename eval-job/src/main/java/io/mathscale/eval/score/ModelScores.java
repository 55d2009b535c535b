package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig.Average;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.TopicScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The scores of models, out of the counts of their problems. */
final class ModelScores {
  private final List<ProblemCount> counts;

  ModelScores(List<ProblemCount> counts) {
    this.counts = List.copyOf(counts);
  }

  /** The models that were graded, in alphabetical order. */
  Set<String> models() {
    Set<String> models = new TreeSet<>();
    counts.forEach(count -> models.add(count.model()));
    models.remove("");
    return models;
  }

  /** The score of a model. */
  ModelScore of(String model, Average average, GraderName grader) {
    return ModelScore.of(model, average, grader, topics(model, grader));
  }

  private List<TopicScore> topics(String model, GraderName grader) {
    TreeMap<String, TopicScore> topics = new TreeMap<>();
    for (ProblemCount count : counts) {
      SetScore score;
      if (count.model().equals(model)) {
        // An answered problem of the benchmark is one that is not missing.
        score = new SetScore(count.tally(grader), count.isKnown() ? -count.problems() : 0);
      } else if (count.model().isEmpty()) {
        score = new SetScore(SetScore.NONE.tally(), count.problems());
      } else {
        continue;
      }

      topics.merge(count.dataset(), topic(count, score), ModelScores::sum);
    }

    return new ArrayList<>(topics.values());
  }

  private static TopicScore topic(ProblemCount count, SetScore score) {
    return count.isFirst()
        ? new TopicScore(count.dataset(), score, SetScore.NONE)
        : new TopicScore(count.dataset(), SetScore.NONE, score);
  }

  private static TopicScore sum(TopicScore one, TopicScore other) {
    return new TopicScore(
        one.topic(), one.first().plus(other.first()), one.rest().plus(other.rest()));
  }
}
