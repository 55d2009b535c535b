package io.mathscale.generator.export.card;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How many rows have a text of a length.
 *
 * @param text column of the text
 * @param chars its characters
 * @param rows number of rows
 */
public record LengthCount(String text, int chars, long rows) {
  /** Rows of this type, a column a component. */
  public static final Encoder<LengthCount> ENCODER = RecordEncoders.of(LengthCount.class);
}
