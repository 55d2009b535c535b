package io.mathscale.generator.solve;

import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.TryOutcome;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * One try at a question; texts are kept of right ones, and of those that could not be read.
 *
 * @param question id of the question
 * @param sample which of the tries, from 0
 * @param outcome what became of it
 * @param solution the solution; empty unless it is right; the reply where it could not be read
 * @param reasoning what the model thought before; empty unless it is right
 * @param found the answer in it, as the grader found it; empty if there is none
 * @param graderRule the grader's rule that decided; empty without an answer
 * @param provenance the call; null where it failed
 * @param reason name of the reason why there is no solution to grade; empty where there is one
 * @param detail more about that
 */
public record SolutionTry(
    String question,
    int sample,
    TryOutcome outcome,
    String solution,
    String reasoning,
    String found,
    String graderRule,
    Provenance provenance,
    String reason,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SolutionTry> ENCODER = RecordEncoders.of(SolutionTry.class);
}
