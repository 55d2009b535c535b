package io.mathscale.core.calls;

import io.mathscale.core.spark.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * What a task says of itself; the answers themselves leave it by the journal alone.
 *
 * @param completed calls that were answered
 * @param failed calls that were not
 * @param stop why this task's process stopped early, where it keeps limits of its own; else empty
 * @param message what the user should know of that
 */
public record TaskReport(long completed, long failed, String stop, String message) {
  /** Rows of this type, a column a component. */
  public static final Encoder<TaskReport> ENCODER = RecordEncoders.of(TaskReport.class);
}
