package io.mathscale.graph.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.graph.network.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CompleteLinkageTest {
  @Test
  void aChainIsNoCluster() {
    int[] clusters =
        CompleteLinkage.of(
            4,
            List.of(
                new SimilarPair(0, 1, 0.96),
                new SimilarPair(1, 2, 0.97),
                new SimilarPair(2, 3, 0.95)));

    // 1 and 2 are nearest; 0 is not like 2, nor 3 like 1.
    assertThat(clusters).containsExactly(0, 1, 1, 3);
  }

  @Test
  void allThatAreAlikeAreOne() {
    int[] clusters =
        CompleteLinkage.of(
            4,
            List.of(
                new SimilarPair(0, 2, 0.96),
                new SimilarPair(0, 3, 0.97),
                new SimilarPair(2, 3, 0.95)));

    assertThat(clusters).containsExactly(0, 1, 0, 0);
  }

  @Test
  void theLeastAlikeMembersDecideWhichClustersAreNearest() {
    // {0, 1} is joined first, and its 0 is as like 2 as 0.95: less than 3 is.
    int[] clusters =
        CompleteLinkage.of(
            4,
            List.of(
                new SimilarPair(0, 1, 0.99),
                new SimilarPair(1, 2, 0.97),
                new SimilarPair(0, 2, 0.95),
                new SimilarPair(2, 3, 0.96)));

    assertThat(clusters).containsExactly(0, 0, 2, 2);
  }

  @Property(tries = 200, seed = "42")
  void everyTwoMembersAreAlikeAndNoTwoClustersCouldBeOne(
      @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
    Map<List<Integer>, Double> scores = new HashMap<>();
    List<SimilarPair> pairs = new ArrayList<>();
    for (int one = 0; one < size; one++) {
      for (int other = one + 1; other < size; other++) {
        long mixed = Hash64.mix(seed, 100L * one + other);
        if (mixed % 3 != 0) {
          double score = 0.9 + Math.floorMod(mixed, 1_000) / 10_000.0;
          scores.put(List.of(one, other), score);
          pairs.add(new SimilarPair(one, other, score));
        }
      }
    }

    int[] clusters = CompleteLinkage.of(size, pairs);

    Map<Integer, List<Integer>> members = new HashMap<>();
    for (int member = 0; member < size; member++) {
      members.computeIfAbsent(clusters[member], key -> new ArrayList<>()).add(member);
    }

    members.forEach((cluster, own) -> assertThat(own.get(0)).isEqualTo(cluster));
    for (List<Integer> one : members.values()) {
      for (List<Integer> other : members.values()) {
        assertThat(areAllAlike(one, other, scores)).isEqualTo(one == other);
      }
    }
  }

  private static boolean areAllAlike(
      List<Integer> one, List<Integer> other, Map<List<Integer>, Double> scores) {
    return one.stream()
        .allMatch(
            a ->
                other.stream()
                    .allMatch(
                        b ->
                            a.equals(b)
                                || scores.containsKey(List.of(Math.min(a, b), Math.max(a, b)))));
  }
}
