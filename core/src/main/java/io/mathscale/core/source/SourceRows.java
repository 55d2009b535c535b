package io.mathscale.core.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.SourceFile.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/** The rows of files, each as the text of a JSON object, whatever the files hold. */
public final class SourceRows {
  /** Bytes that a row may have where no setting says so; holds any that is meant as one. */
  public static final long MAX_ROW = 16L << 20;

  /**
   * JSON lines are read in parts of so many bytes: what is done with rows, in the same task, may
   * take far longer than reading them.
   */
  private static final long SLICE_BYTES = 16L << 20;

  /** No more tasks than this read files, however many there are. */
  private static final int MAX_TASKS = 10_000;

  private final SparkSession spark;
  private final int maxRow;
  private final long sliceBytes;

  SourceRows(SparkSession spark, int maxRow, long sliceBytes) {
    this.spark = spark;
    this.maxRow = maxRow;
    this.sliceBytes = sliceBytes;
  }

  /**
   * The rows of all files that a path names.
   *
   * @param key the setting that the path is from, for messages
   * @param path a file, folder or glob on any Hadoop file system
   * @param maxRow bytes; a longer row is a fault
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static Dataset<SourceRow> of(SparkSession spark, String key, String path, long maxRow) {
    int limit = (int) Math.min(maxRow, Integer.MAX_VALUE - Long.BYTES);
    return new SourceRows(spark, limit, SLICE_BYTES).in(key, path);
  }

  Dataset<SourceRow> in(String key, String path) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    List<FileSlice> slices = new ArrayList<>();
    List<FileSlice> parts = new ArrayList<>();
    List<String> parquet = new ArrayList<>();
    for (SourceFile file : SourceFiles.find(key, path, hadoop)) {
      if (file.format() == Format.PARQUET) {
        parquet.add(file.path());
      } else if (FileSlice.isDivisible(file) && file.length() > sliceBytes) {
        parts.addAll(FileSlice.parts(file, sliceBytes));
      } else {
        slices.add(FileSlice.whole(file));
      }
    }

    SerializableConfiguration shared = new SerializableConfiguration(hadoop);
    slices.addAll(numbered(parts, shared));
    Dataset<SourceRow> read =
        spark.createDataset(
            spread(slices).flatMap(new ReadSlice(shared, maxRow)).rdd(), SourceRow.ENCODER);
    return parquet.isEmpty() ? read : read.unionByName(parquetRows(parquet));
  }

  /** The parts with the line ends before them counted. */
  private List<FileSlice> numbered(List<FileSlice> parts, SerializableConfiguration hadoop) {
    List<Long> lineEnds =
        parts.isEmpty() ? List.of() : spread(parts).map(new CountLines(hadoop)).collect();
    List<FileSlice> numbered = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < parts.size(); i++) {
      before = parts.get(i).start() == 0 ? 0 : before;
      numbered.add(parts.get(i).withLinesBefore(before));
      before += lineEnds.get(i);
    }

    return numbered;
  }

  private JavaRDD<FileSlice> spread(List<FileSlice> slices) {
    int tasks = Math.max(1, Math.min(slices.size(), MAX_TASKS));
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(slices, tasks);
  }

  private Dataset<SourceRow> parquetRows(List<String> files) {
    Dataset<Row> rows =
        spark.read().option("mergeSchema", true).parquet(files.toArray(String[]::new));
    Column[] fields = Arrays.stream(rows.columns()).map(SourceRows::column).toArray(Column[]::new);
    Column isTooLong = octet_length(col("text")).gt(maxRow);
    Column detail =
        concat(
            lit("a row must have at most " + maxRow + " bytes as JSON: "),
            octet_length(col("text")));
    return rows.select(
            col("_metadata.file_path").as("file"),
            col("_metadata.row_index").plus(1).as("row"),
            to_json(struct(fields)).as("text"))
        .select(
            col("file"),
            col("row"),
            when(isTooLong, substring(col("text"), 1, Rejected.MAX_CONTENT))
                .otherwise(col("text"))
                .as("text"),
            when(isTooLong, lit(RejectionReason.TOO_LONG.name())).as("fault"),
            when(isTooLong, detail).otherwise("").as("detail"))
        .as(SourceRow.ENCODER);
  }

  private static Column column(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }
}
