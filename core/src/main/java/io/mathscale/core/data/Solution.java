package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A right solution that a model wrote of a question whose answer is known.
 *
 * @param id id of the question, {@code -}, and the hash of model and sample
 * @param question id of the question
 * @param dataset data set of the question; empty if unknown
 * @param text the question, as given
 * @param answer the known answer
 * @param solution the solution
 * @param reasoning what the model thought before; empty if it showed nothing of it
 * @param model the model, as configured
 * @param sample which of the model's tries it is, from 0
 * @param found the answer in the solution, as the grader found it
 * @param graderRule the grader's rule that found it equal to the known one
 * @param passRate share of the model's tries at the question that are right, estimated without
 *     bias; null where it cannot be told
 * @param tries the model's tries that the rate comes of
 * @param rule the rule by which tries ended
 * @param source where the question is from; empty if unknown
 * @param license licence of the question; empty if unknown
 * @param provenance the call that wrote it
 */
public record Solution(
    String id,
    String question,
    String dataset,
    String text,
    String answer,
    String solution,
    String reasoning,
    String model,
    int sample,
    String found,
    String graderRule,
    Double passRate,
    int tries,
    String rule,
    String source,
    String license,
    Provenance provenance) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Solution> ENCODER = RecordEncoders.of(Solution.class);
}
