package io.mathscale.core.source;

import io.mathscale.core.data.RowOrRejection;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;

/** Reads values out of the rows of files; a row without one is rejected with its place. */
public final class ParsedRows {
  private ParsedRows() {}

  /**
   * A value or a rejection for each row.
   *
   * @param command the command that reads, for the rejections
   * @param parser reads the value of one row
   * @param value encoder of the values
   */
  public static <T> Dataset<RowOrRejection<T>> of(
      Dataset<SourceRow> rows, String command, RowParser<T> parser, Encoder<T> value) {
    MapFunction<SourceRow, RowOrRejection<T>> parse = row -> parsed(row, command, parser);
    return rows.map(parse, RowOrRejection.encoder(value));
  }

  /**
   * The value of one row, or its rejection.
   *
   * @param command the command that reads, for the rejection
   * @param parser reads the value
   */
  public static <T> RowOrRejection<T> parsed(SourceRow row, String command, RowParser<T> parser) {
    try {
      return RowOrRejection.of(parser.parse(row));
    } catch (RowException e) {
      return RowOrRejection.rejected(row.rejected(command, e));
    }
  }
}
