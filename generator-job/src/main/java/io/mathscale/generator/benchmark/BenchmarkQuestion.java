package io.mathscale.generator.benchmark;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.text.NormalForm;
import org.apache.spark.sql.Encoder;

/**
 * A question that must not be in the training data.
 *
 * @param key id of the question's normal form, equal for questions that differ in typography alone
 * @param problem id of the problem in the benchmark, or its place in the file
 * @param benchmark the file, or the table, that it stands in
 * @param question the question
 * @param answer the reference answer; empty where there is none
 */
public record BenchmarkQuestion(
    String key, String problem, String benchmark, String question, String answer) {
  /** Rows of this type, a column a component. */
  public static final Encoder<BenchmarkQuestion> ENCODER =
      RecordEncoders.of(BenchmarkQuestion.class);

  /** A question of a problem; the key is empty where the question is blank. */
  public static BenchmarkQuestion of(
      String problem, String benchmark, String question, String answer) {
    String key = question.isBlank() ? "" : NormalForm.of(question).id();
    return new BenchmarkQuestion(key, problem, benchmark, question, answer);
  }
}
