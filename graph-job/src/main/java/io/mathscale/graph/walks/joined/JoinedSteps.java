package io.mathscale.graph.walks.joined;

import org.apache.spark.sql.Dataset;

/** One step of many walks over a graph that no process has whole. */
interface JoinedSteps {
  /** The walks after one of their steps, counted from 0; those that are over stay as they are. */
  Dataset<WalkState> after(int step, Dataset<WalkState> walks);
}
