package io.mathscale.eval.judge;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.judge.JudgedSolution;
import org.apache.spark.sql.Encoder;

/**
 * An answer that judges are asked about.
 *
 * @param key what no other answer has: data set, id, model and sample
 * @param id id of the problem
 * @param dataset {@code data_topic}
 * @param model the model whose answer it is
 * @param sample which of its answers, from 0
 * @param extracted the answer that the strict grader read out of the completion
 * @param length characters of the completion
 * @param strict what the strict grader says
 * @param question the question
 * @param reference the reference answer
 * @param completion the text
 */
public record JudgedAnswer(
    String key,
    String id,
    String dataset,
    String model,
    int sample,
    String extracted,
    int length,
    StrictVerdict strict,
    String question,
    String reference,
    String completion) {
  /** Rows of this type, a column a component. */
  public static final Encoder<JudgedAnswer> ENCODER = RecordEncoders.of(JudgedAnswer.class);

  /** What a judge sees of it. */
  public JudgedSolution solution() {
    return new JudgedSolution(question, reference, completion);
  }
}
