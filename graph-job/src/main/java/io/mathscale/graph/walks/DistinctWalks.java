package io.mathscale.graph.walks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;

/** The compositions that walks find. */
final class DistinctWalks {
  private DistinctWalks() {}

  /** Each composition once, where it was found first; compared in so many tasks. */
  static Dataset<WalkFingerprint> firstOf(Dataset<WalkFingerprint> found, int tasks) {
    return found
        .repartition(tasks, col("high"))
        .groupBy("high", "low")
        .agg(min("position").as("position"))
        .as(WalkFingerprint.ENCODER);
  }
}
