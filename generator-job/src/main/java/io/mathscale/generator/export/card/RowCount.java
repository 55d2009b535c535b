package io.mathscale.generator.export.card;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * How many rows have something.
 *
 * @param name what they have
 * @param rows number of rows
 */
public record RowCount(String name, long rows) {
  /** Rows of this type, a column a component. */
  public static final Encoder<RowCount> ENCODER = RecordEncoders.of(RowCount.class);
}
