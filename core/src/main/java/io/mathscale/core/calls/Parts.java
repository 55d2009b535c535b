package io.mathscale.core.calls;

import org.apache.spark.sql.SparkSession;

/**
 * How rows are cut that are to be sorted by key: into parts of a few thousand rows, whatever their
 * number, so that a task sorts one after the other in as much memory for a large table as for a
 * small one.
 */
final class Parts {
  private static final long ROWS_A_PART = 4_096;

  /** More would cost the driver more memory than they save the tasks. */
  private static final long MOST_PARTS = 8_192;

  private Parts() {}

  /** So many tasks as there are slots for them. */
  static int tasks(SparkSession spark) {
    return spark.sparkContext().defaultParallelism();
  }

  /** So many parts for about so many rows: the same number for each task. */
  static int of(SparkSession spark, long rows) {
    int tasks = tasks(spark);
    long parts = Math.min(MOST_PARTS, rows / ROWS_A_PART + 1);
    return tasks * (int) ((parts + tasks - 1) / tasks);
  }
}
