package io.mathscale.generator.benchmark;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.text.NormalForm;
import org.apache.spark.sql.Encoder;

/**
 * A question that must not be in the training data.
 *
 * @param key id of the question's normal form, equal for questions that differ in typography alone
 * @param problem id of the problem in the benchmark, or its place in the file
 */
public record BenchmarkQuestion(String key, String problem) {
  /** Rows of this type, a column a component. */
  public static final Encoder<BenchmarkQuestion> ENCODER =
      RecordEncoders.of(BenchmarkQuestion.class);

  /** A question of a problem; the key is empty where the question is blank. */
  static BenchmarkQuestion of(String question, String problem) {
    String key = question.isBlank() ? "" : NormalForm.of(question).id();
    return new BenchmarkQuestion(key, problem);
  }
}
