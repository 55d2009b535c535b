package io.mathscale.core.calls.estimate;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How long the prompt of a call is.
 *
 * @param key identity of the call
 * @param tokens tokens of its messages
 */
public record SizedCall(String key, long tokens) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SizedCall> ENCODER = RecordEncoders.of(SizedCall.class);
}
