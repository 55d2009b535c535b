package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What a model answers to a problem of the benchmark.
 *
 * @param id id of the problem
 * @param dataset {@code data_topic} of the problem
 * @param model the model
 * @param sample which of its answers to this problem, from 0
 * @param completion the text
 * @param reference the reference answer; empty where it is to be joined from the benchmark
 * @param question the question; may be empty
 * @param finishReason why the model stopped, in the service's words; {@code length} says that the
 *     text was cut at the token limit
 * @param reasoning what the model says it thought, apart from the text; empty if it says nothing
 */
public record ModelOutput(
    String id,
    String dataset,
    String model,
    int sample,
    String completion,
    String reference,
    String question,
    String finishReason,
    String reasoning) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ModelOutput> ENCODER = RecordEncoders.of(ModelOutput.class);
}
