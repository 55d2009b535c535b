package io.mathscale.core.workspace;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads outputs that were written before the reasoning of models was kept: they have none. */
final class AddReasoning implements SchemaUpgrade {
  @Override
  public int from() {
    return 2;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("reasoning", lit(""));
  }
}
