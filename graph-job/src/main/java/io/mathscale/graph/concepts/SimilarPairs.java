package io.mathscale.graph.concepts;

import io.mathscale.core.spark.Caches;
import io.mathscale.core.spark.TaskSlots;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** The pairs of names whose embeddings are near each other. */
final class SimilarPairs {
  /** The head of a vector tells of most pairs that they are far apart. */
  private static final int HEAD = 64;

  private static final double DECIMALS = 10_000;

  /** Names whose comparison with all others takes longer than to start a task. */
  private static final int FEWEST_IN_TASK = 64;

  private SimilarPairs() {}

  /**
   * All pairs of at least this cosine, but for those in contrast. The work is quadratic: that of
   * 10,000 names is 50 million products of vectors.
   */
  static List<SimilarPair> among(SparkSession spark, List<NameEmbedding> names, double similarity) {
    try (Caches caches = new Caches(spark)) {
      return spark
          .range(names.size())
          .as(Encoders.LONG())
          .repartition(TaskSlots.of(spark).tasksOf(names.size(), FEWEST_IN_TASK))
          .flatMap(new Find(caches.broadcast(Names.of(names)), similarity), SimilarPair.ENCODER)
          .collectAsList();
    }
  }

  /** Names and their vectors. */
  private record Names(List<String> names, List<float[]> vectors, List<Double> tails)
      implements java.io.Serializable {
    static Names of(List<NameEmbedding> embedded) {
      List<String> names = new ArrayList<>();
      List<float[]> vectors = new ArrayList<>();
      List<Double> tails = new ArrayList<>();
      for (NameEmbedding name : embedded) {
        float[] vector = new float[name.vector().size()];
        for (int i = 0; i < vector.length; i++) {
          vector[i] = name.vector().get(i);
        }

        names.add(name.name());
        vectors.add(vector);
        tails.add(Math.sqrt(product(vector, vector, HEAD, vector.length)));
      }

      return new Names(names, vectors, tails);
    }

    /** The cosine to four decimals, or less than wanted where it is less than wanted. */
    double cosine(int one, int other, double wanted) {
      float[] first = vectors.get(one);
      float[] second = vectors.get(other);
      double head = product(first, second, 0, HEAD);
      // Cauchy and Schwarz: the tails add no more than the product of their lengths.
      double most = head + tails.get(one) * tails.get(other);
      double exact =
          most < wanted - 1 / DECIMALS ? most : head + product(first, second, HEAD, first.length);
      return Math.min(1, Math.round(exact * DECIMALS) / DECIMALS);
    }

    private static double product(float[] one, float[] other, int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += one[i] * (double) other[i];
      }

      return sum;
    }
  }

  private record Find(Broadcast<Names> shared, double similarity)
      implements FlatMapFunction<Long, SimilarPair> {
    @Override
    public Iterator<SimilarPair> call(Long number) {
      Names names = shared.value();
      int other = Math.toIntExact(number);
      List<SimilarPair> pairs = new ArrayList<>();
      for (int one = 0; one < other; one++) {
        double score = names.cosine(one, other, similarity);
        if (score >= similarity
            && !MergeVetoes.isBetween(names.names().get(one), names.names().get(other))) {
          pairs.add(new SimilarPair(one, other, score));
        }
      }

      return pairs.iterator();
    }
  }
}
