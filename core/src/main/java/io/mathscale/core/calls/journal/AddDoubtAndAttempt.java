package io.mathscale.core.calls.journal;

import io.mathscale.core.workspace.SchemaUpgrade;
import java.math.BigDecimal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads completions and failures of a time that knew neither doubtful costs nor attempts. */
final class AddDoubtAndAttempt implements SchemaUpgrade {
  @Override
  public int from() {
    return 1;
  }

  @Override
  public Dataset<Row> upgraded(Dataset<Row> rows) {
    return rows.withColumn("doubtfulCost", functions.lit(BigDecimal.ZERO).cast("decimal(38,18)"))
        .withColumn("attempt", functions.lit(0));
  }
}
