package io.mathscale.generator.export;

import io.mathscale.core.encoder.RecordEncoders;
import java.io.Serializable;
import org.apache.spark.sql.Encoder;

/**
 * A file that a task wrote.
 *
 * @param layout name of the layout
 * @param file its number among the files of all splits
 * @param path where it is
 * @param rows its rows
 * @param bytes its size
 * @param sha256 hash of its bytes, in hexadecimal digits
 */
public record WrittenFile(
    String layout, int file, String path, long rows, long bytes, String sha256)
    implements Serializable {
  /** Rows of this type, a column a component. */
  public static final Encoder<WrittenFile> ENCODER = RecordEncoders.of(WrittenFile.class);
}
