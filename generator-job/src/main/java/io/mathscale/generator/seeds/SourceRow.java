package io.mathscale.generator.seeds;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.spark.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row of a file of seeds: the text of a JSON object, or else why it has none.
 *
 * @param file the whole path of the file
 * @param row number in the file, from 1: the line in JSON lines and CSV, the place in an array or
 *     in Parquet; 0 for the file itself
 * @param text the object as JSON; of a row without one, what stands there instead
 * @param fault why there is no object; null where there is one
 * @param detail what was expected and what was found; empty where there is an object
 */
public record SourceRow(String file, long row, String text, RejectionReason fault, String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SourceRow> ENCODER = RecordEncoders.of(SourceRow.class);
}
