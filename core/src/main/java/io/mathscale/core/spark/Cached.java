package io.mathscale.core.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are computed at their first use and then kept, in memory and on disk, until closed.
 *
 * @param rows the rows
 * @param <T> row type
 */
public record Cached<T>(Dataset<T> rows) implements AutoCloseable {
  /** Keeps rows from their first use on. */
  public static <T> Cached<T> of(Dataset<T> rows) {
    return new Cached<>(rows.persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** Releases the rows. */
  @Override
  public void close() {
    rows.unpersist();
  }
}
