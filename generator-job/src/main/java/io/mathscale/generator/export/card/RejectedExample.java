package io.mathscale.generator.export.card;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A rejected row that is shown.
 *
 * @param stage the command that rejected it
 * @param reason why
 * @param id its id
 * @param detail more about it
 * @param origin where the row is from
 * @param content the beginning of the row
 * @param rank its place among those of its reason, from 1
 */
public record RejectedExample(
    String stage,
    String reason,
    String id,
    String detail,
    String origin,
    String content,
    int rank) {
  /** Rows of this type, a column a component. */
  public static final Encoder<RejectedExample> ENCODER = RecordEncoders.of(RejectedExample.class);
}
