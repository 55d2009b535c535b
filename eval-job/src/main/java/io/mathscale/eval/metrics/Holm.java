package io.mathscale.eval.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrects the probabilities of several tests made at once (Holm 1979). */
public final class Holm {
  private Holm() {}

  /**
   * The corrected probabilities: if those below 5 % are called differences, the chance that any of
   * them is none is below 5 %, however the tests depend on each other.
   *
   * @param probabilities of each test, from 0 to 1
   * @return in the same order
   */
  public static List<Double> corrected(List<Double> probabilities) {
    List<Integer> order =
        IntStream.range(0, probabilities.size())
            .boxed()
            .sorted(Comparator.comparingDouble(probabilities::get))
            .toList();
    Double[] corrected = new Double[probabilities.size()];
    double largest = 0;
    for (int i = 0; i < order.size(); i++) {
      double scaled = (order.size() - i) * probabilities.get(order.get(i));
      largest = Math.min(1, Math.max(largest, scaled));
      corrected[order.get(i)] = largest;
    }

    return List.of(corrected);
  }
}
