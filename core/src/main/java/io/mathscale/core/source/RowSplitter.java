package io.mathscale.core.source;

import java.io.IOException;

/** Cuts the bytes of a file into rows, holding no more than one row at a time. */
interface RowSplitter {
  /** The next row; null after the last. */
  RawRow next() throws IOException;

  /** Number of the row that is being read, to say where a damaged file breaks off. */
  long number();
}
