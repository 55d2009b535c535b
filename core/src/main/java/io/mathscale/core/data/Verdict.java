package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What the graders say of a model output.
 *
 * @param id id of the problem
 * @param dataset {@code data_topic}
 * @param model the model
 * @param sample which of its answers, from 0
 * @param extracted the answer that was read out of the completion; empty if none was found
 * @param reference the reference answer
 * @param mwpbench whether the released rules call it right
 * @param strict what the strict grader says
 * @param rule the rule that decided
 * @param ending where in the completion the answer was found
 * @param isTruncated whether the completion was truncated at the token limit
 */
public record Verdict(
    String id,
    String dataset,
    String model,
    int sample,
    String extracted,
    String reference,
    boolean mwpbench,
    StrictVerdict strict,
    String rule,
    String ending,
    boolean isTruncated) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Verdict> ENCODER = RecordEncoders.of(Verdict.class);
}
