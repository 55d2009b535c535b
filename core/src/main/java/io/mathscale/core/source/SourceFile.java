package io.mathscale.core.source;

/**
 * A file of rows.
 *
 * @param path the whole path, with its file system
 * @param length bytes, as they stand on the file system
 * @param format what the file holds
 * @param isGzipped whether that is compressed
 */
record SourceFile(String path, long length, Format format, boolean isGzipped) {

  /** What a file holds. */
  enum Format {
    /** A JSON object a line. */
    JSON_LINES,
    /** One JSON array of objects. */
    JSON_ARRAY,
    /** JSON objects over several lines each, one after the other. */
    JSON_OBJECTS,
    /** A header and records (RFC 4180). */
    CSV,
    /** Apache Parquet. */
    PARQUET,
    /** None of these. */
    UNKNOWN
  }
}
