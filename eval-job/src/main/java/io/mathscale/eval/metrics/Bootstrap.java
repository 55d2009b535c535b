package io.mathscale.eval.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Where averages over data sets lie with a confidence of 95 %, by the percentile bootstrap: each
 * replicate draws as many problems of each data set as it has, with replacement.
 *
 * @param micro share of right answers among all
 * @param macro plain mean over the data sets
 */
public record Bootstrap(Interval micro, Interval macro) {
  /** Replicates drawn: the ends of the interval are the 25th from below and from above. */
  static final int REPLICATES = 1_000;

  private static final double TAIL = 0.025;

  /**
   * The intervals of data sets.
   *
   * @param sets tallies of the data sets; none of them empty, and at least one
   * @param random what problems are drawn with
   */
  public static Bootstrap of(Collection<Tally> sets, SplittableRandom random) {
    List<Histogram> histograms = new ArrayList<>();
    sets.forEach(set -> histograms.add(Histogram.of(set)));
    double[] micros = new double[REPLICATES];
    double[] macros = new double[REPLICATES];
    for (int i = 0; i < REPLICATES; i++) {
      double rows = 0;
      double right = 0;
      double accuracies = 0;
      for (Histogram histogram : histograms) {
        Drawn drawn = histogram.draw(random);
        rows += drawn.rows();
        right += drawn.right();
        accuracies += drawn.right() / drawn.rows();
      }

      micros[i] = right / rows;
      macros[i] = accuracies / histograms.size();
    }

    return new Bootstrap(interval(micros), interval(macros));
  }

  private static Interval interval(double[] values) {
    Arrays.sort(values);
    int tail = (int) Math.round(TAIL * values.length);
    return new Interval(values[tail - 1], values[values.length - tail]);
  }

  private record Drawn(double rows, double right) {}

  /** Problems by what came of them, ready to draw from. */
  private record Histogram(List<SampleCounts> kinds, List<Long> counts, long total) {
    private static Histogram of(Tally tally) {
      Map<SampleCounts, Long> problems = tally.problems();
      return new Histogram(
          List.copyOf(problems.keySet()), List.copyOf(problems.values()), tally.problemCount());
    }

    /** Draws a multinomial sample, one binomial after the other. */
    private Drawn draw(SplittableRandom random) {
      double rows = 0;
      double right = 0;
      long toDraw = total;
      long left = total;
      for (int i = 0; i < kinds.size(); i++) {
        long drawn = BinomialSampler.draw(random, toDraw, (double) counts.get(i) / left);
        rows += (double) drawn * kinds.get(i).samples();
        right += (double) drawn * kinds.get(i).right();
        toDraw -= drawn;
        left -= counts.get(i);
      }

      return new Drawn(rows, right);
    }
  }
}
