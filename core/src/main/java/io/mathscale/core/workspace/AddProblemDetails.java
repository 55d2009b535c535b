package io.mathscale.core.workspace;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads problems of a time that kept neither level, subject nor options. */
final class AddProblemDetails implements SchemaUpgrade {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("level", functions.lit(""))
        .withColumn("subject", functions.lit(""))
        .withColumn("options", functions.array().cast("array<string>"));
  }
}
