package io.mathscale.core.workspace;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads seeds of a time that kept neither source nor licence, and of equal ones the first. */
final class AddSourceAndLicense implements SchemaUpgrade {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("source", functions.lit(""))
        .withColumn("license", functions.lit(""))
        .withColumn("otherAnswers", functions.array().cast("array<string>"));
  }
}
