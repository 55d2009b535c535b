package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import java.util.Collection;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Outputs in files that users have.
 *
 * @param source the rows of the files
 */
public record OutputFiles(Dataset<SourceRow> source) implements Outputs {
  /**
   * The outputs of files.
   *
   * @param path a file, a folder or a glob
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static OutputFiles at(SparkSession spark, String path) {
    return new OutputFiles(SourceRows.of(spark, "outputs.path", path, SourceRows.MAX_ROW));
  }

  @Override
  public Dataset<OutputRow> rows() {
    return rows(source);
  }

  @Override
  public Dataset<OutputRow> rowsOf(Collection<GradedRow> graded) {
    Column isOneOf = graded.stream().map(OutputFiles::isSame).reduce(Column::or).orElseThrow();
    return rows(source.where(isOneOf));
  }

  private static Column isSame(GradedRow row) {
    return col("file").equalTo(row.file()).and(col("row").equalTo(row.row()));
  }

  private static Dataset<OutputRow> rows(Dataset<SourceRow> source) {
    MapFunction<SourceRow, OutputRow> read = OutputReader::read;
    return source.map(read, OutputRow.ENCODER);
  }
}
