package io.mathscale.graph.examples;

import io.mathscale.graph.network.CsrLists;
import io.mathscale.graph.network.Hash64;

/**
 * Finds the seeds nearest to one composition after the other; for one thread.
 *
 * <p>Of the seeds that share knowledge points with a composition, nearly all share just one. The
 * few that share more are found by pairs. The others are looked at in the order of their sizes,
 * which is that of their distances, and only as far as they can still be among the nearest.
 */
public final class ExampleSearch {
  private final ExampleIndex seeds;

  /** Pairs shared with the composition, by seed; all 0 between searches. */
  private final int[] sharedPairs;

  private final int[] touched;
  private int touchedCount;

  /** The best so far, nearest first. */
  private final int[] best;

  private final double[] similarities;
  private final long[] tieBreaks;
  private int found;

  /** Looks for so many seeds, or all where there are fewer. */
  public ExampleSearch(ExampleIndex seeds, int count) {
    int wanted = Math.min(count, seeds.size());
    this.seeds = seeds;
    this.sharedPairs = new int[seeds.size()];
    this.touched = new int[seeds.size()];
    this.best = new int[wanted];
    this.similarities = new double[wanted];
    this.tieBreaks = new long[wanted];
  }

  /**
   * The nearest seeds, nearest first, in an array that the next search uses again. Equally near
   * ones come in an order that depends on the composition's hash; where too few seeds share a
   * knowledge point, seeds that share none follow.
   */
  public int[] nearest(int[] knowledgePoints, long hash) {
    found = 0;
    if (best.length > 0) {
      offerThoseThatShareMore(knowledgePoints, hash);
      offerThoseThatShareOne(knowledgePoints, hash);
      fill(hash);
      forget();
    }

    return best;
  }

  private void offerThoseThatShareMore(int[] knowledgePoints, long hash) {
    CsrLists seedsByPair = seeds.seedsByPair();
    for (int one = 1; one < knowledgePoints.length; one++) {
      for (int other = 0; other < one; other++) {
        int pair = seeds.pair(knowledgePoints[one], knowledgePoints[other]);
        for (int place = pair < 0 ? 0 : seedsByPair.start(pair);
            pair >= 0 && place < seedsByPair.end(pair);
            place++) {
          touch(seedsByPair.item(place));
        }
      }
    }

    for (int i = 0; i < touchedCount; i++) {
      int seed = touched[i];
      offer(seed, similarity(knowledgePoints.length, seed, sharedPoints(sharedPairs[seed])), hash);
    }
  }

  private void touch(int seed) {
    if (sharedPairs[seed]++ == 0) {
      touched[touchedCount++] = seed;
    }
  }

  /** So many points make so many pairs: n (n - 1) / 2, solved for n. */
  private static int sharedPoints(int pairs) {
    return (int) (1 + Math.sqrt(1 + 8.0 * pairs)) / 2;
  }

  private double similarity(int size, int seed, int shared) {
    return shared / (double) (size + seeds.points(seed) - shared);
  }

  private void offerThoseThatShareOne(int[] knowledgePoints, long hash) {
    CsrLists seedsByPoint = seeds.seedsByPoint();
    int[] next = new int[knowledgePoints.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = seedsByPoint.start(knowledgePoints[i]);
    }

    while (true) {
      int size = Integer.MAX_VALUE;
      for (int i = 0; i < next.length; i++) {
        if (next[i] < seedsByPoint.end(knowledgePoints[i])) {
          size = Math.min(size, seeds.points(seedsByPoint.item(next[i])));
        }
      }

      double similarity = 1 / (double) (knowledgePoints.length + size - 1L);
      boolean isFull = found == best.length;
      if (size == Integer.MAX_VALUE || (isFull && similarities[found - 1] > similarity)) {
        return;
      }

      for (int i = 0; i < next.length; i++) {
        int end = seedsByPoint.end(knowledgePoints[i]);
        while (next[i] < end && seeds.points(seedsByPoint.item(next[i])) == size) {
          int seed = seedsByPoint.item(next[i]++);
          if (sharedPairs[seed] == 0) {
            offer(seed, similarity, hash);
          }
        }
      }
    }
  }

  private void offer(int seed, double similarity, long hash) {
    boolean isFull = found == best.length;
    if (isFull && similarity < similarities[found - 1]) {
      return;
    }

    long tieBreak = Hash64.mix(hash, seeds.tie(seed));
    if (isFull && !isBefore(similarity, tieBreak, found - 1)) {
      return;
    }

    int place = isFull ? found - 1 : found++;
    while (place > 0 && isBefore(similarity, tieBreak, place - 1)) {
      best[place] = best[place - 1];
      similarities[place] = similarities[place - 1];
      tieBreaks[place] = tieBreaks[place - 1];
      place--;
    }

    best[place] = seed;
    similarities[place] = similarity;
    tieBreaks[place] = tieBreak;
  }

  private boolean isBefore(double similarity, long tieBreak, int place) {
    return similarity > similarities[place]
        || (similarity == similarities[place] && tieBreak < tieBreaks[place]);
  }

  /**
   * All seeds that share nothing are equally far: the hash says where among them to begin. Seeds
   * that share something are all among the best by now, or there would be enough.
   */
  private void fill(long hash) {
    int sharing = found;
    int seed = (int) Long.remainderUnsigned(hash, seeds.size());
    while (found < best.length) {
      if (!isAmongFirst(sharing, seed)) {
        similarities[found] = 0;
        best[found++] = seed;
      }

      seed = seed + 1 == seeds.size() ? 0 : seed + 1;
    }
  }

  private boolean isAmongFirst(int count, int seed) {
    for (int i = 0; i < count; i++) {
      if (best[i] == seed) {
        return true;
      }
    }

    return false;
  }

  private void forget() {
    for (int i = 0; i < touchedCount; i++) {
      sharedPairs[touched[i]] = 0;
    }

    touchedCount = 0;
  }
}
