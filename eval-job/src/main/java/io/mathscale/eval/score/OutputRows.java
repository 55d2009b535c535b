package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The model outputs to score, from the table that {@code infer} writes or from files. */
public final class OutputRows {
  private OutputRows() {}

  /** The rows of the table of outputs. */
  public static Dataset<OutputRow> of(Dataset<ModelOutput> outputs) {
    return outputs
        .withColumns(
            Map.of(
                "file", lit(""),
                "row", lit(0L),
                "isTruncated", col("finishReason").equalTo(OutputReader.CUT),
                "reason", lit(""),
                "detail", lit("")))
        .select(
            Arrays.stream(OutputRow.ENCODER.schema().names())
                .map(functions::col)
                .toArray(Column[]::new))
        .as(OutputRow.ENCODER);
  }

  /**
   * The rows of files.
   *
   * @param path a file, a folder or a glob
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static Dataset<OutputRow> at(SparkSession spark, String path) {
    MapFunction<SourceRow, OutputRow> read = OutputReader::read;
    return SourceRows.of(spark, "outputs.path", path, SourceRows.MAX_ROW)
        .map(read, OutputRow.ENCODER);
  }
}
