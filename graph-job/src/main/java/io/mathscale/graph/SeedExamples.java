package io.mathscale.graph;

import io.mathscale.core.spark.Seeds;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the seeds whose knowledge points are nearest to those of a composition, by Jaccard distance
 * (paper, section 3.3): an inverted index from knowledge points to the seeds that hold them.
 */
final class SeedExamples implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] ids;

  /** Number of knowledge points of each seed, those that are not in the graph included. */
  private final int[] sizes;

  /** Orders equally near seeds, together with the composition. */
  private final long[] ties;

  /** At each concept: where its seeds begin in {@link #holders}. */
  private final int[] starts;

  private final int[] holders;

  private SeedExamples(String[] ids, int[] sizes, long[] ties, int[] starts, int[] holders) {
    this.ids = ids;
    this.sizes = sizes;
    this.ties = ties;
    this.starts = starts;
    this.holders = holders;
  }

  /**
   * A seed that can be an example.
   *
   * @param id its id
   * @param size how many distinct knowledge points it has
   * @param knowledgePoints numbers of those that are in the graph
   */
  record Candidate(String id, int size, List<Integer> knowledgePoints) {
    Candidate {
      knowledgePoints = List.copyOf(knowledgePoints);
    }
  }

  /**
   * An index of seeds.
   *
   * @param candidates the seeds that have a knowledge point, in the order of their ids
   * @param concepts number of concepts in the graph
   */
  static SeedExamples of(List<Candidate> candidates, int concepts, long seed) {
    String[] ids = candidates.stream().map(Candidate::id).toArray(String[]::new);
    int[] sizes = candidates.stream().mapToInt(Candidate::size).toArray();
    long[] ties =
        candidates.stream().mapToLong(each -> Seeds.hash(seed, "example", each.id())).toArray();

    int[] starts = new int[concepts + 1];
    for (Candidate candidate : candidates) {
      for (int knowledgePoint : candidate.knowledgePoints()) {
        starts[knowledgePoint + 1]++;
      }
    }

    for (int concept = 0; concept < concepts; concept++) {
      starts[concept + 1] += starts[concept];
    }

    int[] next = starts.clone();
    int[] holders = new int[starts[concepts]];
    for (int candidate = 0; candidate < ids.length; candidate++) {
      for (int knowledgePoint : candidates.get(candidate).knowledgePoints()) {
        holders[next[knowledgePoint]++] = candidate;
      }
    }

    return new SeedExamples(ids, sizes, ties, starts, holders);
  }

  /** Looks for examples, one composition after the other; for one thread. */
  Search search(int count) {
    return new Search(Math.min(count, ids.length));
  }

  /** A search and the memory it needs. */
  final class Search {
    private final int[] shared = new int[ids.length];
    private final int[] touched = new int[ids.length];

    /** The best so far, nearest first. */
    private final int[] best;

    private final double[] similarities;
    private final long[] tieBreaks;
    private int found;

    Search(int count) {
      this.best = new int[count];
      this.similarities = new double[count];
      this.tieBreaks = new long[count];
    }

    /**
     * Ids of the nearest seeds, nearest first. Equally near ones come in an order that depends on
     * the composition's hash; where too few seeds share a knowledge point, seeds that share none
     * follow.
     */
    List<String> nearest(int[] knowledgePoints, long hash) {
      found = 0;
      if (best.length > 0) {
        int touchedCount = share(knowledgePoints);
        for (int i = 0; i < touchedCount; i++) {
          int seed = touched[i];
          int both = shared[seed];
          offer(seed, both / (double) (knowledgePoints.length + sizes[seed] - both), hash);
        }

        fill(hash);
        for (int i = 0; i < touchedCount; i++) {
          shared[touched[i]] = 0;
        }
      }

      return Arrays.stream(best).mapToObj(seed -> ids[seed]).toList();
    }

    private int share(int[] knowledgePoints) {
      int count = 0;
      for (int knowledgePoint : knowledgePoints) {
        for (int place = starts[knowledgePoint]; place < starts[knowledgePoint + 1]; place++) {
          int seed = holders[place];
          if (shared[seed]++ == 0) {
            touched[count++] = seed;
          }
        }
      }

      return count;
    }

    private void offer(int seed, double similarity, long hash) {
      boolean isFull = found == best.length;
      if (isFull && similarity < similarities[found - 1]) {
        return;
      }

      long tieBreak = Mixing.mix(hash, ties[seed]);
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

    /** All seeds that share nothing are equally far: the hash says where among them to begin. */
    private void fill(long hash) {
      int seed = (int) Long.remainderUnsigned(hash, ids.length);
      while (found < best.length) {
        if (shared[seed] == 0) {
          best[found++] = seed;
        }

        seed = seed + 1 == ids.length ? 0 : seed + 1;
      }
    }
  }
}
