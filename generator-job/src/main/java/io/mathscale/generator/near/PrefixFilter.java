package io.mathscale.generator.near;

/**
 * What two sets must share to be alike, as numbers: bounds by which most pairs need no comparison
 * and no pair above the threshold is lost.
 *
 * <p>Sets with a Jaccard index of at least t share t / (1 + t) of the sum of their sizes. So, with
 * the elements of all sets in one order, they share one of the first |x| - ⌈t|x|⌉ + 1 elements of
 * each, and where the first that they share is at places i and j, no more than the rest of either
 * set can follow.
 *
 * @see <a href="https://doi.org/10.1145/1242572.1242591">Bayardo, Ma, Srikant: Scaling up all pairs
 *     similarity search, 2007</a>
 * @see <a href="https://doi.org/10.1145/1367497.1367516">Xiao, Wang, Lin, Yu: Efficient similarity
 *     joins for near duplicate detection, 2008</a>
 */
final class PrefixFilter {
  /** Keeps a product that is a whole number from being rounded up. */
  private static final double ROUNDING = 1e-9;

  private final double threshold;
  private final double share;

  PrefixFilter(double threshold) {
    this.threshold = threshold;
    this.share = threshold / (1 + threshold);
  }

  /** How many of its first elements a set is found by. */
  int prefix(int size) {
    return size - ceiling(threshold * size) + 1;
  }

  /** The size of the smallest set that may be alike to one of a size. */
  int minSize(int size) {
    return ceiling(threshold * size);
  }

  /** The size of the largest set that may be alike to one of a size. */
  int maxSize(int size) {
    return (int) Math.floor(size / threshold + ROUNDING);
  }

  /** Whether two sets may be alike whose first common elements are at places i and j. */
  boolean mayBeAlike(int sizeOne, int i, int sizeOther, int j) {
    return Math.min(sizeOne - i, sizeOther - j) >= ceiling(share * (sizeOne + sizeOther));
  }

  /** The last place at which a set of a size may have the first element it shares with another. */
  int maxPlace(int size, int sizeOfOther) {
    return size - ceiling(share * (size + sizeOfOther));
  }

  private static int ceiling(double value) {
    return (int) Math.ceil(value - ROUNDING);
  }
}
