package io.mathscale.eval.compare;

import io.mathscale.eval.metrics.Averages;
import io.mathscale.eval.metrics.Holm;
import io.mathscale.eval.metrics.Pairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two runs beside each other.
 *
 * @param first the run that is compared with
 * @param second the run that is compared
 * @param datasets how they do by data set; subjects are added up
 */
public record Comparison(String first, String second, Map<String, Pairing> datasets) {

  /**
   * The comparisons that pairings by {@code data_topic} add up to, in the order of their names.
   *
   * @param groups data sets by the name of their group, which may have subjects
   */
  public static List<Comparison> of(List<RunPairing> pairings, Map<String, List<String>> groups) {
    return of(pairings, Averages.of(groups));
  }

  /** The same where all averages are known. */
  static List<Comparison> of(List<RunPairing> pairings, Averages averages) {
    TreeMap<String, TreeMap<String, Map<String, Pairing>>> byRuns = new TreeMap<>();
    for (RunPairing pairing : pairings) {
      String key = averages.key(pairing.dataset());
      byRuns
          .computeIfAbsent(pairing.first(), run -> new TreeMap<>())
          .computeIfAbsent(pairing.second(), run -> new TreeMap<>())
          .merge(key, pairing.pairing(), Pairing::plus);
    }

    List<Comparison> comparisons = new ArrayList<>();
    byRuns.forEach(
        (first, seconds) ->
            seconds.forEach(
                (second, datasets) -> comparisons.add(new Comparison(first, second, datasets))));
    return comparisons;
  }

  /** The same with the runs in the other order. */
  public Comparison swapped() {
    Map<String, Pairing> swapped = new TreeMap<>();
    datasets.forEach((key, pairing) -> swapped.put(key, pairing.swapped()));
    return new Comparison(second, first, swapped);
  }

  /**
   * The probabilities of differences as large as theirs over all data sets, corrected for the
   * number of comparisons (Holm); in the same order.
   */
  public static List<Double> correctedChances(List<Comparison> comparisons) {
    return Holm.corrected(
        comparisons.stream().map(comparison -> comparison.total().chance()).toList());
  }

  /** All data sets added up. */
  public Pairing total() {
    return datasets.values().stream().reduce(Pairing.NONE, Pairing::plus);
  }
}
