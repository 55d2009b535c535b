package io.mathscale.core.source;

import io.mathscale.core.source.SourceFile.Format;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what a file holds by its first bytes, and by its name where these leave it open: MWPBench's
 * files are named {@code .json} and hold JSON lines.
 */
final class FileFormat {
  /** First bytes of a Parquet file (Parquet format, section "File format"). */
  private static final String PARQUET_MAGIC = "PAR1";

  /** An object whose fields stand on lines of their own, after white space or a byte order mark. */
  private static final Pattern PRETTY_PRINTED =
      Pattern.compile("[\\s\\u00EF\\u00BB\\u00BF]*\\{[ \\t\\r]*\\n");

  private FileFormat() {}

  /**
   * The format of a file.
   *
   * @param name its name
   * @param start the first bytes of what it holds, decompressed, a character a byte
   */
  static Format of(String name, String start) {
    String lowerName = name.toLowerCase(Locale.ROOT);
    String plainName = lowerName.endsWith(".gz") ? lowerName.replaceAll("\\.gz$", "") : lowerName;
    if (plainName.endsWith(".parquet") || start.startsWith(PARQUET_MAGIC)) {
      return start.startsWith(PARQUET_MAGIC) ? Format.PARQUET : Format.UNKNOWN;
    }

    if (plainName.endsWith(".csv")) {
      return Format.CSV;
    }

    String significant = start.replaceAll("[\\s\\u00EF\\u00BB\\u00BF]+", "");
    if (significant.startsWith("[{") || significant.equals("[]") || significant.equals("[")) {
      return Format.JSON_ARRAY;
    }

    if (PRETTY_PRINTED.matcher(start).lookingAt()) {
      return Format.JSON_OBJECTS;
    }

    boolean isNamedJson = plainName.matches(".*\\.(json|jsonl|ndjson)");
    return isNamedJson || significant.startsWith("{") ? Format.JSON_LINES : Format.UNKNOWN;
  }
}
