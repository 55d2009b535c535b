package io.mathscale.eval.score;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.source.ParsedRows;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.files.UserFiles;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Outputs in files that users have.
 *
 * @param source the rows of the files
 */
public record OutputFiles(SourceRows source) implements Outputs {
  private static final String KEY = "outputs.path";

  /**
   * The files.
   *
   * @param path as {@code outputs.path} names them
   */
  public static UserFiles files(String path) {
    return new UserFiles(KEY, path);
  }

  /**
   * The outputs of files.
   *
   * @param spark the session
   * @param path a file, a folder or a glob
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static OutputFiles at(SparkSession spark, String path) {
    return new OutputFiles(SourceRows.at(spark, KEY, path, SourceRows.MAX_ROW));
  }

  @Override
  public Dataset<RowOrRejection<OutputRow>> rows() {
    return parsed(source.rows());
  }

  @Override
  public Dataset<OutputRow> of(Collection<GradedRow> graded) {
    Set<String> origins = graded.stream().map(GradedRow::origin).collect(Collectors.toSet());
    FilterFunction<SourceRow> isOneOf = row -> origins.contains(row.origin());
    return parsed(source.rows().filter(isOneOf))
        .select(RowOrRejection.VALUE + ".*")
        .as(OutputRow.ENCODER);
  }

  private static Dataset<RowOrRejection<OutputRow>> parsed(Dataset<SourceRow> rows) {
    return ParsedRows.of(rows, GradedRows.STAGE, new OutputReader(), OutputRow.ENCODER);
  }

  /** Line numbers in place of the numbers that rows of large files have at first. */
  @Override
  public Dataset<Rejected> withPlaces(Dataset<Rejected> rejected) {
    return source.withLineNumbers(rejected);
  }
}
