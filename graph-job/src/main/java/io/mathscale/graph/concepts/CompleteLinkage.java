package io.mathscale.graph.concepts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Clusters in which every two members are alike (complete linkage), so that no chain of likenesses
 * makes one concept of a whole field. The two clusters whose least alike members are the most alike
 * are joined first; of equal ones those with the smaller numbers.
 */
final class CompleteLinkage {
  private final int[] clusterOf;

  /** Of each cluster, how alike the least alike members of it and of each other cluster are. */
  private final List<Map<Integer, Double>> similarities = new ArrayList<>();

  private final PriorityQueue<SimilarPair> nearest =
      new PriorityQueue<>(
          Comparator.comparingDouble(SimilarPair::score)
              .reversed()
              .thenComparingInt(SimilarPair::one)
              .thenComparingInt(SimilarPair::other));

  private CompleteLinkage(int size) {
    this.clusterOf = new int[size];
    for (int member = 0; member < size; member++) {
      clusterOf[member] = member;
      similarities.add(new HashMap<>());
    }
  }

  /**
   * The cluster of each member, called by its smallest one.
   *
   * @param size number of members
   * @param pairs all pairs that are alike enough to be in one cluster, each once
   */
  static int[] of(int size, List<SimilarPair> pairs) {
    CompleteLinkage linkage = new CompleteLinkage(size);
    pairs.forEach(pair -> linkage.link(pair.one(), pair.other(), pair.score()));
    while (!linkage.nearest.isEmpty()) {
      linkage.join(linkage.nearest.remove());
    }

    return linkage.clusterOf;
  }

  private void link(int one, int other, double score) {
    similarities.get(one).put(other, score);
    similarities.get(other).put(one, score);
    nearest.add(new SimilarPair(Math.min(one, other), Math.max(one, other), score));
  }

  private void join(SimilarPair pair) {
    Map<Integer, Double> ofOne = similarities.get(pair.one());
    Double now = ofOne.get(pair.other());
    if (now == null || now != pair.score()) {
      return;
    }

    Map<Integer, Double> ofOther = similarities.set(pair.other(), new HashMap<>());
    similarities.set(pair.one(), new HashMap<>());
    ofOne.keySet().forEach(third -> similarities.get(third).remove(pair.one()));
    ofOther.keySet().forEach(third -> similarities.get(third).remove(pair.other()));
    ofOne.forEach(
        (third, score) -> {
          if (ofOther.containsKey(third)) {
            link(pair.one(), third, Math.min(score, ofOther.get(third)));
          }
        });

    for (int member = 0; member < clusterOf.length; member++) {
      if (clusterOf[member] == pair.other()) {
        clusterOf[member] = pair.one();
      }
    }
  }
}
