package io.mathscale.core.source.files;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/**
 * A file of rows.
 *
 * @param path the whole path, with its file system
 * @param length bytes, as they stand on the file system
 * @param format what the file holds
 * @param compression how that is compressed
 * @param encoding how its text is encoded
 * @param fault why the file cannot be read; empty where it can
 */
public record SourceFile(
    String path,
    long length,
    Format format,
    Compression compression,
    TextEncoding encoding,
    String fault)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Fields that hold rows; {@code example} is GAOKAO-Bench's. */
  private static final Set<String> ROWS =
      Set.of(
          "data",
          "rows",
          "example",
          "examples",
          "items",
          "questions",
          "problems",
          "records",
          "instances",
          "train",
          "validation",
          "dev",
          "test");

  /** What a file holds. */
  public enum Format {
    /** A JSON object a line. */
    JSON_LINES,
    /** One JSON array of objects. */
    JSON_ARRAY,
    /** JSON objects over several lines each, one after the other. */
    JSON_OBJECTS,
    /** A JSON object with arrays of objects, such as {@code {"data": [...]}}. */
    WRAPPED_ARRAYS,
    /** A header and records with commas between the fields (RFC 4180). */
    CSV,
    /** The same with semicolons. */
    SEMICOLON_CSV,
    /** The same with tabs. */
    TSV,
    /** The same with upright bars. */
    BAR_CSV,
    /** Apache Parquet. */
    PARQUET,
    /** None of these. */
    UNKNOWN;

    /** What stands between fields; none where there are no records. */
    public char delimiter() {
      return switch (this) {
        case SEMICOLON_CSV -> ';';
        case TSV -> '\t';
        case BAR_CSV -> '|';
        default -> ',';
      };
    }

    /** Whether there are a header and records. */
    public boolean isTable() {
      return this == CSV || this == SEMICOLON_CSV || this == TSV || this == BAR_CSV;
    }
  }

  /** Whether a field of this name holds rows. */
  public static boolean holdsRows(String name) {
    return ROWS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A file that cannot be read. */
  static SourceFile unreadable(String path, long length, String fault) {
    return new SourceFile(
        path, length, Format.UNKNOWN, Compression.NONE, TextEncoding.UTF_8, fault);
  }

  /** Whether parts of the file can be read by themselves. */
  public boolean isDivisible() {
    return format == Format.PARQUET || hasLines();
  }

  /** Whether each line is a row, at a place in the file that is known before it is read. */
  public boolean hasLines() {
    return format == Format.JSON_LINES
        && compression == Compression.NONE
        && encoding == TextEncoding.UTF_8;
  }
}
