package io.mathscale.eval.report;

import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.SampleSizes;
import io.mathscale.eval.metrics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pass@k and maj@k of models that gave several answers to each problem. */
final class SampleCurves {
  private final List<ModelScore> scores;

  SampleCurves(List<ModelScore> scores) {
    this.scores = List.copyOf(scores);
  }

  /** The numbers of answers, as far as any model goes. */
  List<Integer> sizes() {
    return SampleSizes.upTo(most());
  }

  private int most() {
    return scores.stream().mapToInt(score -> score.total().tally().fewestSamples()).max().orElse(0);
  }

  /** A row for pass@k and one for maj@k of each model; none where all gave one answer. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ModelScore score : scores) {
      Tally tally = score.total().tally();
      if (tally.fewestSamples() > 1) {
        rows.add(row(score.model() + ", pass@k", tally, false));
        rows.add(row(score.model() + ", maj@k", tally, true));
      }
    }

    return rows;
  }

  private Map<String, Object> row(String name, Tally tally, boolean isMajority) {
    List<String> shares = new ArrayList<>();
    for (int k : sizes()) {
      if (k > tally.fewestSamples()) {
        shares.add("–");
      } else {
        shares.add(Shown.percent(isMajority ? tally.majorityAt(k) : tally.passAt(k)));
      }
    }

    return Map.of("name", name, "shares", shares);
  }
}
