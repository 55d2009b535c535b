package io.mathscale.core.workspace;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.Validation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads validations that were written before pairs were judged: no judge was asked. */
final class AddPairJudgements implements SchemaUpgrade {
  private static final String JUDGEMENTS = "judgements";

  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn(
            JUDGEMENTS, array().cast(Validation.ENCODER.schema().apply(JUDGEMENTS).dataType()))
        .withColumn("isJudged", lit(false));
  }
}
