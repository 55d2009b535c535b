package io.mathscale.eval.report;

import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Pairing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Models beside each other, the better ranked first, with probabilities corrected for all pairs.
 */
final class ComparisonRows {
  /** A corrected probability below this is called a difference. */
  private static final double LEVEL = 0.05;

  private final List<Comparison> comparisons;

  /**
   * Orders comparisons.
   *
   * @param scores the scores of the models, best first
   */
  ComparisonRows(List<Comparison> comparisons, List<ModelScore> scores) {
    List<String> ranks = scores.stream().map(ModelScore::model).toList();
    this.comparisons =
        comparisons.stream()
            .map(
                comparison ->
                    ranks.indexOf(comparison.first()) > ranks.indexOf(comparison.second())
                        ? comparison.swapped()
                        : comparison)
            .sorted(
                Comparator.comparingInt((Comparison pair) -> ranks.indexOf(pair.first()))
                    .thenComparingInt(pair -> ranks.indexOf(pair.second())))
            .toList();
  }

  /**
   * The comparisons, each with its row over all data sets, and one a data set, the largest loss
   * first.
   */
  List<Map<String, Object>> all() {
    List<Double> corrected = Comparison.correctedChances(comparisons);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      Comparison comparison = comparisons.get(i);
      List<Map<String, Object>> sets = new ArrayList<>();
      comparison.datasets().entrySet().stream()
          .sorted(Comparator.comparingDouble(set -> set.getValue().difference()))
          .forEach(set -> sets.add(pairing(SetRows.title(set.getKey()), set.getValue())));
      boolean isReal = corrected.get(i) < LEVEL;
      all.add(
          Map.of(
              "first", comparison.first(),
              "second", comparison.second(),
              "all", pairing("all", comparison.total()),
              "corrected", Shown.chance(corrected.get(i)),
              "verdict", isReal ? "real" : "may be chance",
              "smallest", Shown.percent(comparison.total().interval().smallestDifference()),
              "sets", sets));
    }

    return all;
  }

  private static Map<String, Object> pairing(String name, Pairing pairing) {
    Interval interval = pairing.interval();
    return Map.of(
        "name", name,
        "problems", Shown.count(pairing.problems()),
        "first", Shown.percent(pairing.first()),
        "second", Shown.percent(pairing.second()),
        "difference", Shown.signed(pairing.difference()),
        "interval", Shown.signed(interval.low()) + " to " + Shown.signed(interval.high()),
        "lost", Shown.count(pairing.onlyFirst()),
        "won", Shown.count(pairing.onlySecond()),
        "chance", Shown.chance(pairing.chance()));
  }
}
