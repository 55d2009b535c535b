package io.mathscale.eval.score;

import java.util.Collection;
import org.apache.spark.sql.Dataset;

/** The model outputs to score. */
public sealed interface Outputs permits OutputTable, OutputFiles {
  /** All of them. */
  Dataset<OutputRow> rows();

  /**
   * Those that some graded rows were made of, without reading the texts of the others.
   *
   * @param graded a few rows; at least one
   */
  Dataset<OutputRow> rowsOf(Collection<GradedRow> graded);
}
