package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row that did not make it into its table, and why.
 *
 * @param id id of the row, or a hash of its content where it never had one
 * @param stage the command that rejected it
 * @param reason why
 * @param detail more about it: what was expected, what was found, the row that it matches
 * @param origin where the row is: file and row, composition, or seed
 * @param content the beginning of the row itself
 * @param call key of the model call in the journal that made the row; empty where none did, or
 *     where the command does not tell
 */
public record Rejected(
    String id,
    String stage,
    RejectionReason reason,
    String detail,
    String origin,
    String content,
    String call) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Rejected> ENCODER = RecordEncoders.of(Rejected.class);

  /** So much of a rejected row is kept, in characters. */
  public static final int MAX_CONTENT = 4_096;

  /** Keeps the beginning of the content. */
  public Rejected {
    if (content.length() > MAX_CONTENT) {
      content = content.substring(0, MAX_CONTENT);
    }
  }

  /** A row that no call made. */
  public Rejected(
      String id,
      String stage,
      RejectionReason reason,
      String detail,
      String origin,
      String content) {
    this(id, stage, reason, detail, origin, content, "");
  }
}
