package io.mathscale.graph.given;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.RejectionReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The rows of files of concepts, each judged. */
final class GivenRows {
  private static final String PARQUET = ".parquet";

  private GivenRows() {}

  /**
   * The rows of files of JSON lines, packed or not, or of Parquet. Of rows of the same id the first
   * in the order of the files is kept.
   *
   * @param path a file, a folder or a glob
   * @param stage the command that reads
   * @throws ConfigException when nothing is there, or files of both kinds are
   */
  static Dataset<GivenRow> at(SparkSession spark, String path, String stage) {
    String[] found = found(spark, path);
    DataFrameReader reader = spark.read().option("recursiveFileLookup", true);
    String[] files = reader.text(found).inputFiles();
    long parquetFiles = Arrays.stream(files).filter(file -> file.endsWith(PARQUET)).count();
    if (parquetFiles > 0 && parquetFiles < files.length) {
      throw new ConfigException(
          "build.concepts must hold JSON lines or Parquet, not both: %s (%d of %d files are Parquet)"
              .formatted(path, parquetFiles, files.length));
    }

    return distinct(
        parquetFiles > 0
            ? parquet(reader.parquet(found), stage)
            : lines(reader.option("lineSep", "\n").text(found), stage),
        stage);
  }

  /** What a glob means: Spark takes it for a folder at first, and logs that there is none. */
  private static String[] found(SparkSession spark, String path) {
    Path given = new Path(path);
    try {
      FileStatus[] found =
          given.getFileSystem(spark.sparkContext().hadoopConfiguration()).globStatus(given);
      if (found == null || found.length == 0) {
        throw new ConfigException("build.concepts must name files that are there: " + path);
      }

      return Arrays.stream(found).map(status -> status.getPath().toString()).toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
  }

  private static Dataset<GivenRow> lines(Dataset<Row> lines, String stage) {
    return lines
        .select(
            col("_metadata.file_path"),
            col("_metadata.file_block_start"),
            col("value").cast("binary"))
        .mapPartitions(new ReadLines(stage), GivenRow.ENCODER);
  }

  private static Dataset<GivenRow> parquet(Dataset<Row> rows, String stage) {
    return rows.select(
            col("_metadata.file_path"), col("_metadata.row_index"), to_json(struct(col("*"))))
        .map(
            (MapFunction<Row, GivenRow>)
                row ->
                    new RowReader(stage, row.getString(0), 0, row.getLong(1) + 1)
                        .read(row.getString(2)),
            GivenRow.ENCODER);
  }

  private static Dataset<GivenRow> distinct(Dataset<GivenRow> rows, String stage) {
    // Rejected rows have a key of their own each: they must not meet in one task.
    Column hasConcepts = col("concepts").isNotNull();
    Column key = when(hasConcepts, col("concepts.id")).otherwise(col("origin"));
    WindowSpec sameId = Window.partitionBy("key").orderBy("file", "part", "row");
    Column isDuplicate = hasConcepts.and(col("place").gt(1));
    Column duplicate =
        struct(
            col("concepts.id").as("id"),
            lit(stage).as("stage"),
            lit(RejectionReason.DUPLICATE.name()).as("reason"),
            concat(lit("the same id as "), col("firstOrigin")).as("detail"),
            col("origin").as("origin"),
            to_json(struct(col("concepts.topics"), col("concepts.knowledgePoints"))).as("content"));
    return rows.withColumn("key", key)
        .withColumn("place", row_number().over(sameId))
        .withColumn("firstOrigin", first("origin").over(sameId))
        .select(
            col("file"),
            col("part"),
            col("row"),
            col("origin"),
            unless(isDuplicate, "concepts"),
            unless(isDuplicate, "seed"),
            when(isDuplicate, duplicate).otherwise(col("rejected")).as("rejected"))
        .as(GivenRow.ENCODER);
  }

  private static Column unless(Column isDuplicate, String column) {
    return when(isDuplicate, lit(null)).otherwise(col(column)).as(column);
  }
}
