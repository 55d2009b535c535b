package io.mathscale.generator.benchmark;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question that must not be in the training data.
 *
 * @param key id of the normal form of the question
 * @param problem id of the problem in the benchmark, or its place in the file
 */
public record BenchmarkQuestion(String key, String problem) {
  /** Rows of this type, a column a component. */
  public static final Encoder<BenchmarkQuestion> ENCODER =
      RecordEncoders.of(BenchmarkQuestion.class);
}
