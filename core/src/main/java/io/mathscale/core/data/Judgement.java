package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What a judge says of a model output.
 *
 * @param id id of the problem
 * @param dataset {@code data_topic}
 * @param model the model whose output it is
 * @param sample which of its answers, from 0
 * @param extracted the answer that the strict grader read out of the completion
 * @param length characters of the completion
 * @param strict what the strict grader says of it
 * @param judge the model that judges
 * @param verdict what it says
 * @param words its reasons
 * @param provenance the call, and what it took
 */
public record Judgement(
    String id,
    String dataset,
    String model,
    int sample,
    String extracted,
    int length,
    StrictVerdict strict,
    String judge,
    JudgeVerdict verdict,
    String words,
    Provenance provenance) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Judgement> ENCODER = RecordEncoders.of(Judgement.class);
}
