package io.mathscale.graph.walks;

import io.mathscale.graph.network.ConceptEdges;

/**
 * Draws one of several with the chances of equation 2 of the paper, in the same time however many
 * there are (Walker 1977, in Vose's form of 1991). Each place holds one of them and, above its
 * threshold, another.
 */
public final class AliasTable {
  private final double[] thresholds;
  private final int[] aliases;

  private AliasTable(double[] thresholds, int[] aliases) {
    this.thresholds = thresholds;
    this.aliases = aliases;
  }

  /**
   * The table of neighbours of these weights. The chance of each is its {@code w + 1e-5} over their
   * sum, for {@code exp(log(w + 1e-5))} is {@code w + 1e-5}.
   *
   * @param weights w of each neighbour
   */
  static AliasTable of(long[] weights) {
    double[] shares = new double[weights.length];
    for (int place = 0; place < shares.length; place++) {
      shares[place] = weights[place] + ConceptEdges.EPSILON;
    }

    return ofShares(shares);
  }

  /**
   * The table of neighbours whose chances are these shares over their sum.
   *
   * @param shares of each neighbour, more than 0
   */
  static AliasTable ofShares(double[] shares) {
    int size = shares.length;
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }

    double[] thresholds = new double[size];
    int[] aliases = new int[size];
    int[] small = new int[size];
    int[] large = new int[size];
    int smallCount = 0;
    int largeCount = 0;
    for (int place = 0; place < size; place++) {
      thresholds[place] = shares[place] / sum * size;
      aliases[place] = place;
      if (thresholds[place] < 1) {
        small[smallCount++] = place;
      } else {
        large[largeCount++] = place;
      }
    }

    while (smallCount > 0 && largeCount > 0) {
      int less = small[--smallCount];
      int more = large[largeCount - 1];
      aliases[less] = more;
      thresholds[more] -= 1 - thresholds[less];
      if (thresholds[more] < 1) {
        largeCount--;
        small[smallCount++] = more;
      }
    }

    // What is left would be exactly 1 but for rounding.
    while (smallCount > 0) {
      thresholds[small[--smallCount]] = 1;
    }

    while (largeCount > 0) {
      thresholds[large[--largeCount]] = 1;
    }

    return new AliasTable(thresholds, aliases);
  }

  /** The place that a draw from 0 (inclusive) to 1 (exclusive) falls on, of so many. */
  public static int place(double draw, int size) {
    return (int) (draw * size);
  }

  /** How far into its place a draw falls, from 0 to 1. */
  public static double depth(double draw, int size) {
    return draw * size - place(draw, size);
  }

  /** Up to which depth a place leads to its own neighbour. */
  double threshold(int place) {
    return thresholds[place];
  }

  /** Where a place leads above its threshold. */
  int alias(int place) {
    return aliases[place];
  }
}
