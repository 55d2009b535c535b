package io.mathscale.graph.walks;

import io.mathscale.graph.network.ConceptIndex;
import java.util.Arrays;

/**
 * Favours concepts that walks come to seldom: rounds of trial walks count how often each concept is
 * used, and the chances of those below the mean grow, of those above it shrink.
 */
final class EvenCover {
  private static final int ROUNDS = 6;
  private static final long WALKS_IN_ROUND = 20_000;

  /** No concept is favoured more than so many times, nor less than its inverse. */
  private static final double MOST = 64;

  private EvenCover() {}

  /** What to multiply the chances of each concept by, by its number, in walks by these rules. */
  static double[] favours(ConceptIndex concepts, CoherentGraph graph, WalkRules rules) {
    double[] favours = CoherentWalk.noFavours(concepts.size());
    long walks = Math.max(WALKS_IN_ROUND, concepts.size());
    for (int round = 0; round < ROUNDS; round++) {
      Walker walker = Walker.of(concepts, new CoherentWalk(graph, favours), rules);
      long[] uses = uses(walker, concepts.size(), round * walks, (round + 1) * walks);
      adjust(favours, uses, 0, concepts.topics());
      adjust(favours, uses, concepts.topics(), concepts.size());
    }

    return favours;
  }

  private static long[] uses(Walker walker, int concepts, long from, long to) {
    long[] uses = new long[concepts];
    for (long position = from; position < to; position++) {
      Walk walk = walker.walkAt(position);
      if (walker.rules().accept(walk)) {
        for (int concept : walk.sorted()) {
          uses[concept]++;
        }
      }
    }

    return uses;
  }

  /** Concepts of one kind are evened among each other. */
  private static void adjust(double[] favours, long[] uses, int from, int to) {
    double mean = Arrays.stream(uses, from, to).sum() / (double) Math.max(1, to - from);
    for (int concept = from; concept < to; concept++) {
      // The root keeps a round from overshooting.
      double change = Math.sqrt((mean + 1) / (uses[concept] + 1));
      favours[concept] = Math.max(1 / MOST, Math.min(MOST, favours[concept] * change));
    }
  }
}
