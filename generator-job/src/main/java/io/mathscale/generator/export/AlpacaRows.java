package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.QaPair;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of Stanford Alpaca: {@code instruction, input, output}. */
public final class AlpacaRows {
  private AlpacaRows() {}

  /**
   * A row for each pair, in the order of their ids. The input is empty, as the instruction is the
   * whole question.
   */
  public static Dataset<Row> of(Dataset<QaPair> pairs) {
    return pairs
        .orderBy("id")
        .select(
            col("question").as("instruction"), lit("").as("input"), col("solution").as("output"));
  }
}
