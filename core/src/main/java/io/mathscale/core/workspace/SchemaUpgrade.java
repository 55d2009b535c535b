package io.mathscale.core.workspace;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Turns the rows of one schema version of a table into those of the next. */
public interface SchemaUpgrade {
  /** The version of the rows that it takes; what it gives has the version after that. */
  int from();

  /** The rows with the columns, and in the meaning, of the next version. */
  Dataset<Row> upgraded(Dataset<Row> rows);
}
