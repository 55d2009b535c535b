package io.mathscale.graph.examples;

import io.mathscale.core.identity.StableHash;
import io.mathscale.graph.network.CsrLists;
import io.mathscale.graph.network.Hash64;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An inverted index of the seeds that can be shown by their knowledge points, in which {@link
 * ExampleSearch} finds the nearest ones by Jaccard distance (paper, section 3.3).
 */
public final class ExampleIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] ids;

  /** Number of knowledge points of each seed, those that are not in the graph included. */
  private final int[] sizes;

  /** Orders equally near seeds, together with the composition. */
  private final long[] ties;

  /** Seeds that hold a concept, those with the fewest knowledge points first. */
  private final CsrLists seedsByPoint;

  /** The pairs of knowledge points that a seed holds, sorted. */
  private final long[] pairs;

  /** Seeds that hold a pair. */
  private final CsrLists seedsByPair;

  /** Hashes of the sets of knowledge points that seeds have, shown or not, sorted. */
  private final long[] pointSets;

  private ExampleIndex(
      String[] ids,
      int[] sizes,
      long[] ties,
      CsrLists seedsByPoint,
      long[] pairs,
      CsrLists seedsByPair,
      long[] pointSets) {
    this.ids = ids;
    this.sizes = sizes;
    this.ties = ties;
    this.seedsByPoint = seedsByPoint;
    this.pairs = pairs;
    this.seedsByPair = seedsByPair;
    this.pointSets = pointSets;
  }

  /**
   * A seed that has a knowledge point.
   *
   * @param id its id
   * @param size how many distinct knowledge points it has
   * @param knowledgePoints numbers of those that are in the graph
   * @param isShown whether it can be an example
   */
  record Candidate(String id, int size, List<Integer> knowledgePoints, boolean isShown) {
    Candidate {
      knowledgePoints = List.copyOf(knowledgePoints);
    }

    /** A seed that can be an example. */
    Candidate(String id, int size, List<Integer> knowledgePoints) {
      this(id, size, knowledgePoints, true);
    }
  }

  /**
   * An index of seeds.
   *
   * @param candidates the seeds that have a knowledge point, in any order
   * @param concepts number of concepts in the graph
   * @param seed of the run
   */
  public static ExampleIndex of(List<Candidate> candidates, int concepts, long seed) {
    List<Candidate> smallFirst = new ArrayList<>(candidates);
    smallFirst.removeIf(candidate -> !candidate.isShown());
    smallFirst.sort(Comparator.comparingInt(Candidate::size).thenComparing(Candidate::id));
    String[] ids = smallFirst.stream().map(Candidate::id).toArray(String[]::new);
    int[] sizes = smallFirst.stream().mapToInt(Candidate::size).toArray();
    long[] ties =
        Arrays.stream(ids).mapToLong(id -> StableHash.hash(seed, "example", id)).toArray();

    Entries entries = Entries.by(smallFirst);
    CsrLists seedsByPoint =
        CsrLists.of(
            concepts, entries.points.length, entry -> entries.points[entry], entries::pointSeed);
    long[] pairs = Arrays.stream(entries.pairs).sorted().distinct().toArray();
    CsrLists seedsByPair =
        CsrLists.of(
            pairs.length,
            entries.pairs.length,
            entry -> Arrays.binarySearch(pairs, entries.pairs[entry]),
            entries::pairSeed);
    return new ExampleIndex(
        ids, sizes, ties, seedsByPoint, pairs, seedsByPair, pointSets(candidates));
  }

  private static long[] pointSets(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.knowledgePoints().size() == candidate.size())
        .map(candidate -> candidate.knowledgePoints().stream().mapToInt(Integer::intValue))
        .mapToLong(ExampleIndex::hashOfSet)
        .sorted()
        .distinct()
        .toArray();
  }

  private static long hashOfSet(IntStream knowledgePoints) {
    long hash = 0;
    for (int point : knowledgePoints.sorted().toArray()) {
      hash = Hash64.mix(hash, point);
    }

    return hash;
  }

  /** Whether some seed, shown or not, has exactly these knowledge points. */
  public boolean hasSeedOf(int[] knowledgePoints) {
    return Arrays.binarySearch(pointSets, hashOfSet(Arrays.stream(knowledgePoints))) >= 0;
  }

  /** Number of seeds that can be examples. */
  public int size() {
    return ids.length;
  }

  /** The id of a seed. */
  public String id(int seed) {
    return ids[seed];
  }

  /** How many knowledge points a seed has. */
  int points(int seed) {
    return sizes[seed];
  }

  /** What orders a seed among equally near ones. */
  long tie(int seed) {
    return ties[seed];
  }

  /** The seeds that hold each concept, those with the fewest knowledge points first. */
  CsrLists seedsByPoint() {
    return seedsByPoint;
  }

  /** The place of two concepts in {@link #seedsByPair}, negative where no seed holds both. */
  int pair(int one, int other) {
    return Arrays.binarySearch(pairs, joined(one, other));
  }

  /** The seeds that hold each pair. */
  CsrLists seedsByPair() {
    return seedsByPair;
  }

  private static long joined(int one, int other) {
    return ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
  }

  /** Every knowledge point and every pair of them that a seed holds, and which seed it is. */
  private static final class Entries {
    private final int[] points;
    private final int[] pointSeeds;
    private final long[] pairs;
    private final int[] pairSeeds;

    private Entries(int points, int pairs) {
      this.points = new int[points];
      this.pointSeeds = new int[points];
      this.pairs = new long[pairs];
      this.pairSeeds = new int[pairs];
    }

    static Entries by(List<Candidate> seeds) {
      int pointCount = 0;
      int pairCount = 0;
      for (Candidate seed : seeds) {
        int known = seed.knowledgePoints().size();
        pointCount = Math.addExact(pointCount, known);
        pairCount = Math.addExact(pairCount, Math.multiplyExact(known, known - 1) / 2);
      }

      Entries entries = new Entries(pointCount, pairCount);
      int point = 0;
      int pair = 0;
      for (int number = 0; number < seeds.size(); number++) {
        List<Integer> known = seeds.get(number).knowledgePoints();
        for (int one = 0; one < known.size(); one++) {
          entries.points[point] = known.get(one);
          entries.pointSeeds[point++] = number;
          for (int other = 0; other < one; other++) {
            entries.pairs[pair] = joined(known.get(one), known.get(other));
            entries.pairSeeds[pair++] = number;
          }
        }
      }

      return entries;
    }

    int pointSeed(int entry) {
      return pointSeeds[entry];
    }

    int pairSeed(int entry) {
      return pairSeeds[entry];
    }
  }
}
