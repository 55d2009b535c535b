package io.mathscale.core.calls;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * Which call answers a prompt.
 *
 * @param key identity of the call
 * @param id id of the row that asks
 * @param sample which of the answers that the row wants
 * @param isToAsk whether the call is still to be made; true for one prompt of each such call
 * @param isFirst whether it is the first of the prompts that this call answers
 * @param tokens of the prompt, counted for some of the calls that are to be made; else 0
 */
public record PromptKey(
    String key, String id, int sample, boolean isToAsk, boolean isFirst, int tokens) {
  /** Rows of this type, a column a component. */
  public static final Encoder<PromptKey> ENCODER = RecordEncoders.of(PromptKey.class);
}
