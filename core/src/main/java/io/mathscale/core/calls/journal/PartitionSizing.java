package io.mathscale.core.calls.journal;

/**
 * How rows that are to be sorted by key are partitioned: a few thousand rows a part, whatever their
 * number, so that a task sorts one after the other in as much memory for a large table as for a
 * small one.
 */
public final class PartitionSizing {
  private static final long ROWS_A_PART = 4_096;

  /**
   * Rows for more parts than this are held in memory before they are written.
   *
   * @see <a href="https://spark.apache.org/docs/4.0.1/configuration.html#shuffle-behavior">Spark,
   *     spark.shuffle.sort.bypassMergeThreshold</a>
   */
  private static final int MOST_PARTS = 200;

  private PartitionSizing() {}

  /**
   * The number of parts for about this many rows: the same number for each task.
   *
   * @param tasks how many tasks work on them
   */
  public static int of(int tasks, long rows) {
    long partsATask = Math.min(MOST_PARTS / tasks, rows / ROWS_A_PART / tasks + 1);
    return tasks * (int) Math.max(1, partsATask);
  }
}
