package io.mathscale.core.testing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads Parquet files as users without this code do, by DuckDB and by Spark alone, into values that
 * can be compared with each other and with records.
 */
public final class PlainReaders {
  private PlainReaders() {}

  /**
   * What a reader found.
   *
   * @param columns names of the columns
   * @param rows values of each row as {@link #plain} gives them, in the order of the first column
   */
  public record Read(List<String> columns, List<List<?>> rows) {}

  /** What DuckDB reads. */
  public static Read byDuckDb(List<Path> files) throws SQLException {
    String list =
        files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ", "[", "]"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT * FROM read_parquet(%s) ORDER BY 1".formatted(list))) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        columns.add(found.getMetaData().getColumnName(i));
      }

      List<List<?>> rows = new ArrayList<>();
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(plain(found.getObject(i)));
        }

        rows.add(row);
      }

      return new Read(columns, rows);
    }
  }

  /** What Spark reads without an encoder. */
  public static Read bySpark(SparkSession spark, List<Path> files) {
    Dataset<Row> found =
        spark.read().parquet(files.stream().map(Path::toString).toArray(String[]::new));
    List<String> columns = List.of(found.columns());
    List<List<?>> rows = new ArrayList<>();
    for (Row row : found.orderBy(columns.get(0)).collectAsList()) {
      rows.add((List<?>) plain(row));
    }

    return new Read(columns, rows);
  }

  /** Structures and arrays as lists, numbers and times in one form each. */
  public static Object plain(Object value) {
    try {
      if (value instanceof Struct struct) {
        return plain(Arrays.asList(struct.getAttributes()));
      }

      if (value instanceof Array array) {
        return plain(Arrays.asList((Object[]) array.getArray()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }

    if (value instanceof Row row) {
      return IntStream.range(0, row.size()).mapToObj(i -> plain(row.get(i))).collect(toList());
    }

    if (value instanceof scala.collection.Seq<?> sequence) {
      return plain(CollectionConverters.asJava(sequence));
    }

    if (value instanceof List<?> list) {
      return list.stream().map(PlainReaders::plain).collect(toList());
    }

    if (value instanceof Record row) {
      return plain(Records.values(row));
    }

    return value instanceof Enum<?> constant ? constant.name() : plainScalar(value);
  }

  /** Lists with nulls, which {@code Stream.toList} has, too, as one type. */
  private static java.util.stream.Collector<Object, ?, List<Object>> toList() {
    return Collectors.toCollection(ArrayList::new);
  }

  private static Object plainScalar(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }

    if (value instanceof Timestamp time) {
      return time.toInstant();
    }

    if (value instanceof OffsetDateTime time) {
      return Instant.from(time);
    }

    return value;
  }
}
