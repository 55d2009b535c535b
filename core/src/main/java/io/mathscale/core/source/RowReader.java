package io.mathscale.core.source;

import java.io.Closeable;
import java.io.IOException;

/** Reads the rows of a slice. */
interface RowReader extends Closeable {
  /** The next row; null after the last. */
  SourceRow next() throws IOException;

  /** Number of the row that is being read, to say where a damaged file breaks off. */
  long number();
}
