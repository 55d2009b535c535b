package io.mathscale.graph;

import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.graph.network.Hash64;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Concepts of synthetic seeds, with the sizes of the paper (section 3.1): 2,018 topics and 8,892
 * knowledge points, 1 or 2 and 1 to 5 in a seed, drawn by Zipf's law. The first seeds hold every
 * concept twice, so that none is too rare for the graph.
 */
final class SyntheticConcepts {
  /** Seeds of the paper: the training set of MWPBench. */
  static final int PAPER_SEEDS = 20_857;

  private static final int TOPICS = 2_018;
  private static final int KNOWLEDGE_POINTS = 8_892;
  private static final int MOST_TOPICS = 2;
  private static final int MOST_KNOWLEDGE_POINTS = 5;

  private SyntheticConcepts() {}

  /** Writes the concepts table of a workspace: {@code <workspace> [<seeds>]}. */
  public static void main(String[] args) throws IOException {
    long seeds = args.length > 1 ? Long.parseLong(args[1]) : PAPER_SEEDS;
    try (SparkSession spark = SparkSession.builder().appName("synthetic concepts").getOrCreate()) {
      Workspace.at(spark, args[0])
          .write(
              Tables.CONCEPTS,
              of(spark, seeds),
              new WriteMetadata(Instant.now(), new TreeMap<>(), List.of(), Manifest.Calls.NONE));
    }
  }

  /** So many seeds. */
  static Dataset<ExtractedConcepts> of(SparkSession spark, long seeds) {
    double[] topics = zipf(TOPICS);
    double[] knowledgePoints = zipf(KNOWLEDGE_POINTS);
    return spark
        .range(seeds)
        .map(
            (MapFunction<Long, ExtractedConcepts>) seed -> seed(seed, topics, knowledgePoints),
            ExtractedConcepts.ENCODER);
  }

  private static ExtractedConcepts seed(long seed, double[] topics, double[] knowledgePoints) {
    SplittableRandom random = new SplittableRandom(Hash64.mix(7, seed));
    return GraphTestData.seed(
        StableHash.contentId("seed", seed),
        named("Topic", drawn(topics, MOST_TOPICS, seed, random)),
        named("Knowledge point", drawn(knowledgePoints, MOST_KNOWLEDGE_POINTS, seed, random)));
  }

  private static Set<Integer> drawn(
      double[] cumulative, int most, long seed, SplittableRandom random) {
    int count = 1 + random.nextInt(most);
    Set<Integer> ranks = new LinkedHashSet<>();
    if (seed < 2L * cumulative.length) {
      ranks.add((int) (seed % cumulative.length));
    }

    while (ranks.size() < count) {
      int place = Arrays.binarySearch(cumulative, random.nextDouble());
      ranks.add(place < 0 ? -place - 1 : place);
    }

    return ranks;
  }

  private static List<String> named(String what, Set<Integer> ranks) {
    List<String> names = new ArrayList<>();
    ranks.forEach(rank -> names.add(what + " " + rank));
    return names;
  }

  private static double[] zipf(int size) {
    double[] cumulative = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }

    for (int rank = 0; rank < size; rank++) {
      cumulative[rank] /= sum;
    }

    return cumulative;
  }
}
