package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Outputs in the table that {@code infer} writes.
 *
 * @param table the table
 */
public record OutputTable(Dataset<ModelOutput> table) implements Outputs {
  @Override
  public Dataset<RowOrRejection<OutputRow>> rows() {
    return outputs(table)
        .select(
            struct(columns()).as(RowOrRejection.VALUE),
            lit(null).cast(Rejected.ENCODER.schema()).as(RowOrRejection.REJECTED))
        .as(RowOrRejection.encoder(OutputRow.ENCODER));
  }

  @Override
  public Dataset<OutputRow> of(Collection<GradedRow> graded) {
    String[] keys = {"dataset", "id", "model", "sample"};
    Dataset<Row> wanted =
        table.sparkSession().createDataset(List.copyOf(graded), GradedRow.ENCODER).selectExpr(keys);
    return outputs(table.join(broadcast(wanted), keys, "left_semi").as(ModelOutput.ENCODER));
  }

  private static Dataset<OutputRow> outputs(Dataset<ModelOutput> table) {
    return table
        .withColumn("file", lit(""))
        .withColumn("row", lit(0L))
        .withColumn("options", array().cast("array<string>"))
        .select(columns())
        .as(OutputRow.ENCODER);
  }

  private static Column[] columns() {
    return Arrays.stream(OutputRow.ENCODER.schema().names())
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** The same: rows of the table have no places. */
  @Override
  public Dataset<Rejected> withPlaces(Dataset<Rejected> rejected) {
    return rejected;
  }
}
