package io.mathscale.core.source.files;

/** Says what a file seems to be that holds no rows. */
final class ForeignFile {
  private static final String MUST =
      "a file must hold JSON lines, a JSON array or objects, CSV, TSV or Parquet";

  /** First bytes of files that stand beside data, and what they are, one after the other. */
  private static final String[] SIGNATURES = {
    "PK\u0003\u0004", "a ZIP archive: unpack it",
    "\u0089PNG", "a PNG image",
    "\u00ff\u00d8\u00ff", "a JPEG image",
    "GIF8", "a GIF image",
    "%PDF", "a PDF document",
    "ARROW1", "an Arrow file: save it as Parquet",
    "ORC", "an ORC file: save it as Parquet",
    "Obj\u0001", "an Avro file: save it as Parquet",
    "SQLite format 3", "an SQLite database",
    "\u0089HDF", "an HDF5 file",
    "\u0093NUMPY", "a NumPy array",
    "7z\u00bc\u00af", "a 7-Zip archive: unpack it",
    "Rar!", "a RAR archive: unpack it",
    "\u0004\"M\u0018", "an LZ4 archive: use gzip, zstd, bzip2 or xz",
    "version https://git-lfs", "a pointer of Git LFS: fetch the file itself",
    "PAR1", "a Parquet file that breaks off",
    "<", "HTML or XML",
    "#", "a text with headings or comments",
  };

  private ForeignFile() {}

  /**
   * What is wrong with a file that holds no rows.
   *
   * @param start its first bytes, decompressed, a character a byte
   */
  static String described(String start) {
    for (int i = 0; i < SIGNATURES.length; i += 2) {
      if (start.startsWith(SIGNATURES[i])) {
        return MUST + ": it seems to be " + SIGNATURES[i + 1];
      }
    }

    return MUST + (start.indexOf('\0') < 0 ? "" : ": it holds bytes that are no text");
  }

  /** Whether bytes are text in two bytes a character, without a mark that says so. */
  static boolean isUnmarkedUtf16(String start) {
    return start.length() > 3
        && (start.charAt(0) == 0) != (start.charAt(1) == 0)
        && start.charAt(0) == 0 == (start.charAt(2) == 0)
        && start.charAt(1) == 0 == (start.charAt(3) == 0);
  }

  /** What is wrong with such a text. */
  static String unmarkedUtf16() {
    return "a text must be UTF-8, or begin with a byte order mark: it seems to be UTF-16 without one";
  }
}
