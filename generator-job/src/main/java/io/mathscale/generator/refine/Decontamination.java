package io.mathscale.generator.refine;

import io.mathscale.core.config.RefineConfig.Decontaminate;
import io.mathscale.core.config.RefineConfig.EmbeddingAction;
import io.mathscale.core.spark.Caches;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.decontaminate.BenchmarkIndex;
import io.mathscale.generator.meaning.BenchmarkVectors;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The step that holds candidates against the benchmark, each by itself. */
public final class Decontamination {
  private final Broadcast<BenchmarkIndex> index;
  private final Broadcast<BenchmarkVectors> vectors;
  private final Decontaminate config;

  private Decontamination(
      Broadcast<BenchmarkIndex> index, Broadcast<BenchmarkVectors> vectors, Decontaminate config) {
    this.index = index;
    this.vectors = vectors;
    this.config = config;
  }

  /**
   * Sends the benchmark to the executors.
   *
   * @param caches what releases it
   */
  public static Decontamination with(
      SparkSession spark, Caches caches, List<BenchmarkQuestion> benchmark, Decontaminate config) {
    boolean isEmbedded =
        config.embeddings().action() != EmbeddingAction.OFF && !benchmark.isEmpty();
    return new Decontamination(
        caches.broadcast(BenchmarkIndex.of(benchmark, config.nearLeaks())),
        isEmbedded ? caches.broadcast(BenchmarkVectors.of(spark, benchmark)) : null,
        config);
  }

  /** The candidates with the problems that they ask, those rejected that must not stay. */
  public Dataset<ScreenedCandidate> of(Dataset<Candidate> candidates) {
    Dataset<ScreenedCandidate> screened =
        candidates.map(ScreenCandidate.with(index, config), ScreenedCandidate.ENCODER);
    return vectors == null
        ? screened
        : screened.mapPartitions(
            new ScreenByMeaning(vectors, config.embeddings()), ScreenedCandidate.ENCODER);
  }
}
