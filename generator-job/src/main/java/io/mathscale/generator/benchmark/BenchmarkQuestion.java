package io.mathscale.generator.benchmark;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.QuestionText;
import org.apache.spark.sql.Encoder;

/**
 * A question that must not be in the training data.
 *
 * @param key id of the question, equal for questions that are the same
 * @param problem id of the problem in the benchmark, or its place in the file
 * @param form id of the question's normal form, equal for questions that differ in typography alone
 */
public record BenchmarkQuestion(String key, String problem, String form) {
  /** Rows of this type, a column a component. */
  public static final Encoder<BenchmarkQuestion> ENCODER =
      RecordEncoders.of(BenchmarkQuestion.class);

  /** A question of a problem; the ids are empty where the question is blank. */
  static BenchmarkQuestion of(String question, String problem) {
    return question.isBlank()
        ? new BenchmarkQuestion("", problem, "")
        : new BenchmarkQuestion(
            QuestionText.id(question), problem, NormalForm.of(question).id());
  }
}
