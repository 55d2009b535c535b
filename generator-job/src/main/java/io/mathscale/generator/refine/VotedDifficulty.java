package io.mathscale.generator.refine;

import io.mathscale.core.config.ValidateConfig.Rule;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.VoteGroup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells from fresh solutions how difficult a generated row is: how often they have its answer. By
 * model that is told only where it is without bias: where one was asked alone, or each as often as
 * was set beforehand; a rule that stops as soon as all of them tell leaves no rate of each.
 */
final class VotedDifficulty {
  private static final String FIXED = Rule.FIXED.name().toLowerCase(Locale.ROOT) + "-";

  private VotedDifficulty() {}

  /**
   * The row with its difficulty.
   *
   * @param pair as the fresh solutions left it: with its own answer, or with that of their majority
   * @param own the row with its own answer
   * @param validation what they said; null if none was asked for
   */
  static QaPair on(QaPair pair, QaPair own, Validation validation) {
    if (validation == null || validation.tries() == 0) {
      return pair;
    }

    boolean isReplaced = !pair.solution().equals(own.solution());
    // The rule does not stop alike for and against an answer: what is without bias for the pair's
    // own is not for another.
    Difficulty before =
        isReplaced ? Difficulty.ofSteps(SolutionSteps.of(pair.solution()), "") : pair.difficulty();
    return pair.withDifficulty(
        before.measured(
            isReplaced ? null : validation.passRate(),
            validation.tries(),
            validation.rule(),
            models(validation, isReplaced)));
  }

  private static List<Difficulty.ModelRate> models(Validation validation, boolean isReplaced) {
    Map<String, Integer> answered = new TreeMap<>();
    Map<String, Integer> agreeing = new TreeMap<>();
    for (VoteGroup group : validation.votes()) {
      for (ModelVotes votes : group.models()) {
        answered.merge(votes.model(), votes.count(), Integer::sum);
        agreeing.merge(votes.model(), group.isOriginal() ? votes.count() : 0, Integer::sum);
      }
    }

    int all = answered.values().stream().mapToInt(Integer::intValue).sum();
    boolean isTold =
        !isReplaced
            && all == validation.tries()
            && (answered.size() == 1 || validation.rule().startsWith(FIXED));
    return answered.entrySet().stream()
        .map(
            model ->
                new Difficulty.ModelRate(
                    model.getKey(),
                    !isTold
                        ? null
                        : answered.size() == 1
                            ? validation.passRate()
                            : Double.valueOf(
                                (double) agreeing.get(model.getKey()) / model.getValue()),
                    model.getValue()))
        .toList();
  }
}
