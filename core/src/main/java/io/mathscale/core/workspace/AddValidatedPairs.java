package io.mathscale.core.workspace;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads rounds of a time that did not count validated pairs; the next round counts them. */
final class AddValidatedPairs implements SchemaUpgrade {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("validated", functions.lit(0L)).withColumn("agreed", functions.lit(0L));
  }
}
