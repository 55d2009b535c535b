package io.mathscale.eval.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.ModelOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The model outputs to score, from the table that {@code infer} writes or from files. */
public final class OutputRows {
  private static final List<String> REQUIRED = List.of("id", "dataset", "model", "completion");
  private static final List<String> OPTIONAL =
      List.of("sample", "reference", "question", "finish_reason");
  private static final String PARQUET = ".parquet";

  private OutputRows() {}

  /** The rows of the table of outputs. */
  public static Dataset<OutputRow> of(Dataset<ModelOutput> outputs) {
    return outputs
        .withColumns(
            Map.of(
                "file", lit(""),
                "part", lit(0L),
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
   * The rows of files of JSON lines, packed or not, or of Parquet.
   *
   * @param path a file, a folder or a glob
   * @throws ConfigException when nothing is there, or Parquet files lack a column
   */
  public static Dataset<OutputRow> at(SparkSession spark, String path) {
    List<String> files = files(spark, path);
    String[] paths = files.toArray(String[]::new);
    long parquetFiles = files.stream().filter(file -> file.endsWith(PARQUET)).count();
    if (parquetFiles > 0 && parquetFiles < files.size()) {
      throw new ConfigException(
          "outputs.path must hold JSON lines or Parquet, not both: %s (%d of %d files are Parquet)"
              .formatted(path, parquetFiles, files.size()));
    }

    return parquetFiles > 0 ? parquet(spark, path, paths) : jsonLines(spark, paths);
  }

  private static Dataset<OutputRow> jsonLines(SparkSession spark, String[] paths) {
    return spark
        .read()
        .option("lineSep", "\n")
        .text(paths)
        .select(
            col("_metadata.file_path"),
            col("_metadata.file_block_start"),
            col("value").cast("binary"))
        .mapPartitions(new ReadLines(), OutputRow.ENCODER);
  }

  private static Dataset<OutputRow> parquet(SparkSession spark, String path, String[] paths) {
    Dataset<Row> rows = spark.read().parquet(paths);
    List<String> columns = Arrays.asList(rows.columns());
    List<String> lacking = REQUIRED.stream().filter(name -> !columns.contains(name)).toList();
    if (!lacking.isEmpty()) {
      throw new ConfigException(
          "outputs.path must have the columns %s: %s lacks %s"
              .formatted(String.join(", ", REQUIRED), path, String.join(", ", lacking)));
    }

    List<Column> wanted = new ArrayList<>(REQUIRED.stream().map(functions::col).toList());
    OPTIONAL.stream().filter(columns::contains).map(functions::col).forEach(wanted::add);
    return rows.select(
            col("_metadata.file_path"),
            col("_metadata.row_index"),
            to_json(struct(wanted.toArray(Column[]::new))))
        .map((MapFunction<Row, OutputRow>) OutputRows::inRow, OutputRow.ENCODER);
  }

  private static OutputRow inRow(Row row) {
    return OutputReader.read(row.getString(2)).at(row.getString(0), 0, row.getLong(1) + 1);
  }

  private static List<String> files(SparkSession spark, String path) {
    Path given = new Path(path);
    try {
      FileSystem fileSystem = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
      FileStatus[] found = fileSystem.globStatus(given);
      List<String> files = new ArrayList<>();
      for (FileStatus status : found == null ? new FileStatus[0] : found) {
        collect(fileSystem, status, files);
      }

      if (files.isEmpty()) {
        throw new ConfigException("outputs.path must name files that are there: " + path);
      }

      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }
  }

  private static void collect(FileSystem fileSystem, FileStatus status, List<String> files)
      throws IOException {
    if (status.isFile()) {
      files.add(status.getPath().toString());
      return;
    }

    for (FileStatus child : fileSystem.listStatus(status.getPath())) {
      String childName = child.getPath().getName();
      if (!childName.startsWith("_") && !childName.startsWith(".")) {
        collect(fileSystem, child, files);
      }
    }
  }
}
