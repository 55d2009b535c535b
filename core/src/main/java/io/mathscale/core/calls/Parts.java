package io.mathscale.core.calls;

import org.apache.spark.sql.SparkSession;

/**
 * How rows are cut that are to be sorted by key: into many more parts than there are tasks, so that
 * a task sorts one after the other and never holds all its rows.
 */
final class Parts {
  private static final int PARTS_A_TASK = 32;

  private Parts() {}

  /** So many tasks as there are slots for them. */
  static int tasks(SparkSession spark) {
    return spark.sparkContext().defaultParallelism();
  }

  /** So many parts. */
  static int of(SparkSession spark) {
    return tasks(spark) * PARTS_A_TASK;
  }
}
