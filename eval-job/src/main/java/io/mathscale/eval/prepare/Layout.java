package io.mathscale.eval.prepare;

/** A way in which a publisher lays a problem out. */
interface Layout {
  /** Whether a row looks like it. */
  boolean fits(BenchmarkRow row);

  /**
   * The problem of a row that fits.
   *
   * @throws UnusableRowException when a model cannot be scored on it
   */
  Draft read(BenchmarkRow row);

  /**
   * A problem before it has its place in the benchmark.
   *
   * @param id its id; empty where the file gives none
   * @param dataset {@code data_topic}
   * @param source {@code data_source}
   * @param question the question
   * @param answer the reference answer
   */
  record Draft(String id, String dataset, String source, String question, String answer) {}
}
