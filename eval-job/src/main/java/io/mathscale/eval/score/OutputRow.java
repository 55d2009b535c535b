package io.mathscale.eval.score;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import org.apache.spark.sql.Encoder;

/**
 * A row of model outputs as it was read: an output, or else why it is none.
 *
 * @param file URI of its file; empty for a row of the table of outputs
 * @param row number in the file, see {@link io.mathscale.core.source.SourceRow}
 * @param id id of the problem
 * @param dataset {@code data_topic} of the problem
 * @param model the model
 * @param sample which of its answers, from 0; {@link #UNNUMBERED} where the row does not say
 * @param completion the text; the row itself where it is none
 * @param reference the reference answer; empty where the row has none
 * @param question the question; empty where the row has none
 * @param isTruncated whether the row says that the text was truncated at the token limit
 * @param reason name of the {@link RejectionReason}; empty for an output
 * @param detail more about the reason
 */
public record OutputRow(
    String file,
    long row,
    String id,
    String dataset,
    String model,
    int sample,
    String completion,
    String reference,
    String question,
    boolean isTruncated,
    String reason,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<OutputRow> ENCODER = RecordEncoders.of(OutputRow.class);

  /** Stands for the number of a sample that has none. */
  public static final int UNNUMBERED = -1;

  /** Whether the row is no output. */
  boolean isRejected() {
    return !reason.isEmpty();
  }

  /** A row of a file that is no output. */
  static OutputRow rejected(SourceRow row, RowException cause) {
    return new OutputRow(
        row.file(),
        row.row(),
        "",
        "",
        "",
        UNNUMBERED,
        row.text(),
        "",
        "",
        false,
        cause.reason().name(),
        cause.getMessage());
  }
}
