package io.mathscale.core.workspace;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads contamination that was written before questions of problems were kept: it has none. */
final class AddProblemQuestion implements SchemaUpgrade {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("question", lit(""));
  }
}
