package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.ModelOutput;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Outputs in the table that {@code infer} writes.
 *
 * @param table the table
 */
public record OutputTable(Dataset<ModelOutput> table) implements Outputs {
  @Override
  public Dataset<OutputRow> rows() {
    return rows(table);
  }

  @Override
  public Dataset<OutputRow> rowsOf(Collection<GradedRow> graded) {
    Column isOneOf = graded.stream().map(OutputTable::isSame).reduce(Column::or).orElseThrow();
    return rows(table.where(isOneOf));
  }

  private static Column isSame(GradedRow row) {
    return col("id")
        .equalTo(row.id())
        .and(col("dataset").equalTo(row.dataset()))
        .and(col("model").equalTo(row.model()))
        .and(col("sample").equalTo(row.sample()));
  }

  private static Dataset<OutputRow> rows(Dataset<ModelOutput> outputs) {
    return outputs
        .withColumns(
            Map.of(
                "file", lit(""),
                "row", lit(0L),
                "isTruncated", col("finishReason").equalTo(OutputReader.TRUNCATED),
                "reason", lit(""),
                "detail", lit("")))
        .select(
            Arrays.stream(OutputRow.ENCODER.schema().names())
                .map(functions::col)
                .toArray(Column[]::new))
        .as(OutputRow.ENCODER);
  }
}
