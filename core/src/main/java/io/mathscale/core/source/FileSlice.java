package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that one task reads: a whole file, or some of the rows of a large one.
 *
 * @param file the file
 * @param start the first byte; the line that stands there belongs to the slice if it begins there
 * @param end the byte before which the last line begins
 * @param before what is added to the number of a line in the slice: the lines before the slice, or
 *     where they were not counted its first byte, since there are no more lines than bytes
 */
record FileSlice(SourceFile file, long start, long end, long before) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The whole of a file. */
  static FileSlice whole(SourceFile file) {
    return new FileSlice(file, 0, Long.MAX_VALUE, 0);
  }

  /** The parts of a file that is divisible, whose lines are not counted. */
  static List<FileSlice> parts(SourceFile file, long bytes) {
    List<FileSlice> parts = new ArrayList<>();
    for (long start = 0; start < file.length(); start += bytes) {
      long end = Math.min(file.length(), start + bytes);
      parts.add(new FileSlice(file, start, end, start));
    }

    return parts;
  }

  /** The whole path of the file. */
  String path() {
    return file.path();
  }

  /** The same slice after so many lines. */
  FileSlice numberedFrom(long linesBefore) {
    return new FileSlice(file, start, end, linesBefore);
  }
}
