package io.mathscale.graph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.graph.network.Hash64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExampleSearchTest {
  private static final int CONCEPTS = 12;

  @Test
  void nearestComeFirst() {
    ExampleIndex seeds =
        ExampleIndex.of(
            List.of(
                new ExampleIndex.Candidate("a half", 2, List.of(1, 5)),
                new ExampleIndex.Candidate("the same", 2, List.of(1, 2)),
                new ExampleIndex.Candidate("a third", 3, List.of(2, 6)),
                new ExampleIndex.Candidate("nothing", 1, List.of(9)),
                new ExampleIndex.Candidate("two thirds", 3, List.of(1, 2, 3))),
            CONCEPTS,
            1);

    // |A and B| / |A or B|: 2/2, 2/3, 1/3, 1/4, 0/3
    assertThat(nearest(seeds, 5, new int[] {1, 2}, 0))
        .containsExactly("the same", "two thirds", "a half", "a third", "nothing");
    assertThat(nearest(seeds, 2, new int[] {1, 2}, 0)).containsExactly("the same", "two thirds");
    assertThat(nearest(seeds, 0, new int[] {1, 2}, 0)).isEmpty();
  }

  @Test
  void fewerSeedsThanWantedAreAllShown() {
    ExampleIndex seeds =
        ExampleIndex.of(List.of(new ExampleIndex.Candidate("only", 1, List.of(4))), CONCEPTS, 1);

    assertThat(nearest(seeds, 5, new int[] {1}, 7)).containsExactly("only");
  }

  @Test
  void seedsThatAreNotShownStillHaveTheirKnowledgePoints() {
    ExampleIndex seeds =
        ExampleIndex.of(
            List.of(
                new ExampleIndex.Candidate("shown", 1, List.of(4)),
                new ExampleIndex.Candidate("hidden", 2, List.of(1, 2), false)),
            CONCEPTS,
            1);

    assertThat(nearest(seeds, 5, new int[] {1, 2}, 7)).containsExactly("shown");
    assertThat(seeds.hasSeedOf(new int[] {2, 1})).isTrue();
    assertThat(seeds.hasSeedOf(new int[] {1})).isFalse();
  }

  @Test
  void compositionsWithTheSameTiesSeeDifferentSeeds() {
    List<ExampleIndex.Candidate> alike = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      alike.add(new ExampleIndex.Candidate("seed " + i, 1, List.of(3)));
    }

    ExampleIndex seeds = ExampleIndex.of(alike, CONCEPTS, 1);
    Set<String> shown = new HashSet<>();
    for (int hash = 0; hash < 100; hash++) {
      shown.addAll(nearest(seeds, 5, new int[] {3}, hash));
    }

    assertThat(shown).hasSizeGreaterThan(80);
  }

  @Property(seed = "42")
  void findsWhatLookingAtAllSeedsFinds(
      @ForAll("seeds") List<Set<Integer>> seeds,
      @ForAll("points") Set<Integer> composition,
      @ForAll @IntRange(min = 0, max = 8) int count,
      @ForAll long hash) {
    List<ExampleIndex.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      // Concepts from CONCEPTS on are not in the graph: they count only as size.
      List<Integer> known = seeds.get(i).stream().filter(point -> point < CONCEPTS).toList();
      candidates.add(new ExampleIndex.Candidate("seed " + i, seeds.get(i).size(), known));
    }

    ExampleIndex index = ExampleIndex.of(candidates, CONCEPTS, 5);
    ExampleSearch search = new ExampleSearch(index, count);
    int[] points = composition.stream().mapToInt(Integer::intValue).toArray();
    search.nearest(new int[] {0, 1, 2}, hash + 1);

    List<String> found = names(index, search.nearest(points, hash));

    assertThat(found).doesNotHaveDuplicates().hasSize(Math.min(count, seeds.size()));
    List<String> sharing = sharingNearestFirst(index, seeds, composition, hash);
    int expected = Math.min(sharing.size(), count);
    assertThat(found.subList(0, Math.min(expected, found.size())))
        .isEqualTo(sharing.subList(0, expected));
    assertThat(index.hasSeedOf(points)).isEqualTo(seeds.contains(composition));
  }

  private static List<String> nearest(ExampleIndex seeds, int count, int[] points, long hash) {
    return names(seeds, new ExampleSearch(seeds, count).nearest(points, hash));
  }

  private static List<String> names(ExampleIndex seeds, int[] found) {
    return Arrays.stream(found).mapToObj(seeds::id).toList();
  }

  private static List<String> sharingNearestFirst(
      ExampleIndex index, List<Set<Integer>> seeds, Set<Integer> composition, long hash) {
    record Ranked(String id, double similarity, long tie) {}

    List<Ranked> ranked = new ArrayList<>();
    for (int seed = 0; seed < index.size(); seed++) {
      String id = index.id(seed);
      Set<Integer> points = seeds.get(Integer.parseInt(id.substring("seed ".length())));
      Set<Integer> both = new HashSet<>(points);
      both.retainAll(composition);
      Set<Integer> either = new HashSet<>(points);
      either.addAll(composition);
      if (!both.isEmpty()) {
        ranked.add(
            new Ranked(
                id, both.size() / (double) either.size(), Hash64.mix(hash, index.tie(seed))));
      }
    }

    ranked.sort(
        Comparator.comparingDouble(Ranked::similarity).reversed().thenComparingLong(Ranked::tie));
    return ranked.stream().map(Ranked::id).toList();
  }

  @Provide
  Arbitrary<List<Set<Integer>>> seeds() {
    return Arbitraries.integers()
        .between(0, CONCEPTS + 3)
        .set()
        .ofMinSize(1)
        .ofMaxSize(7)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Set<Integer>> points() {
    return Arbitraries.integers().between(0, CONCEPTS - 1).set().ofMinSize(1).ofMaxSize(5);
  }
}
