package io.mathscale.eval.score;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import java.util.Collection;
import org.apache.spark.sql.Dataset;

/** The model outputs to score. */
public sealed interface Outputs permits OutputTable, OutputFiles {
  /** All rows: an output, or why there is none. */
  Dataset<RowOrRejection<OutputRow>> rows();

  /**
   * The outputs that some graded rows were made of, without looking at the texts of the others.
   *
   * @param graded a few rows; at least one
   */
  Dataset<OutputRow> of(Collection<GradedRow> graded);

  /** Rejected ones of {@link #rows} with the places where people find them. */
  Dataset<Rejected> withPlaces(Dataset<Rejected> rejected);
}
