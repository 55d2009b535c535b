package io.mathscale.core.source;

import java.io.Serializable;

/**
 * Reads a value out of a row of a file. Travels to executors, so it keeps only what it needs.
 *
 * @param <T> type of the value
 */
@FunctionalInterface
public interface RowParser<T> extends Serializable {
  /**
   * The value of a row.
   *
   * @throws RowException when the row has none: it is rejected, and the reading goes on
   */
  T parse(SourceRow row) throws RowException;
}
