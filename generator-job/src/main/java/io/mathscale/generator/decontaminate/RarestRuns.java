package io.mathscale.generator.decontaminate;

import io.mathscale.generator.near.Codes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Of each question the runs of tokens that the fewest questions of the benchmark have. */
final class RarestRuns {
  private long[] keys = new long[1 << 8];
  private int[] owners = new int[1 << 8];
  private int[] places = new int[1 << 8];
  private int size;

  private RarestRuns() {}

  /**
   * Chooses the runs.
   *
   * @param questions tokens of the questions
   * @param wanted how many runs of a question, by its number
   */
  static RarestRuns of(int[][] questions, IntUnaryOperator wanted) {
    long[] sorted =
        Arrays.stream(questions).flatMapToLong(one -> Arrays.stream(Codes.runs(one))).toArray();
    Arrays.sort(sorted);
    RarestRuns rarest = new RarestRuns();
    for (int i = 0; i < questions.length; i++) {
      rarest.add(i, Codes.runs(questions[i]), wanted.applyAsInt(i), sorted);
    }

    return rarest;
  }

  private void add(int question, long[] runs, int wanted, long[] sorted) {
    int[] counts = new int[runs.length];
    if (wanted > 0) {
      Arrays.setAll(counts, i -> count(sorted, runs[i]));
    }

    IntStream.range(0, runs.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer i) -> counts[i]).thenComparingInt(i -> i))
        .limit(wanted)
        .forEach(place -> add(runs[place], question, place));
  }

  private void add(long key, int owner, int place) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      owners = Arrays.copyOf(owners, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }

    keys[size] = key;
    owners[size] = owner;
    places[size++] = place;
  }

  private static int count(long[] sorted, long key) {
    return end(sorted, key) - end(sorted, key - 1);
  }

  /** How many are not greater than a key. */
  private static int end(long[] sorted, long key) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return low;
  }

  /** The numbers of the runs by their hashes. */
  Postings postings() {
    int[] numbers = new int[size];
    Arrays.setAll(numbers, i -> i);
    return Postings.of(keys, numbers, size);
  }

  int[] owners() {
    return Arrays.copyOf(owners, size);
  }

  int[] places() {
    return Arrays.copyOf(places, size);
  }
}
