package io.mathscale.generator.meaning;

import java.util.List;

/** Finds the problems of the benchmark that a row asks in other words; holds a model. */
public final class FindAlike {
  private final BenchmarkVectors benchmark;
  private final double threshold;
  private SentenceEmbedder embedder;

  /**
   * A search.
   *
   * @param threshold cosine from which questions are alike
   */
  public FindAlike(BenchmarkVectors benchmark, double threshold) {
    this.benchmark = benchmark;
    this.threshold = threshold;
  }

  /** What is found, of each benchmark the problem most alike. */
  public List<AlikeProblem> of(String question) {
    if (!benchmark.mayAsk(question)) {
      return List.of();
    }

    if (embedder == null) {
      embedder = new SentenceEmbedder(); // Takes a second, and many partitions have no rows.
    }

    return benchmark.mostAlike(question, embedder.embed(question), threshold);
  }
}
