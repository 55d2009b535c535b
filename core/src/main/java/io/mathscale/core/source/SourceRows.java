package io.mathscale.core.source;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.source.files.SourceFile;
import io.mathscale.core.source.files.SourceFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The rows of files, whatever the files hold: the one reader of what users have. */
public final class SourceRows {
  /** Bytes that a row may have where no setting says so; holds any that is meant as one. */
  public static final long MAX_ROW = 16L << 20;

  /**
   * JSON lines are read in parts of so many bytes: what is done with rows, in the same task, may
   * take far longer than reading them.
   */
  private static final long PART_BYTES = 16L << 20;

  /** No more tasks than this read files, however many there are. */
  private static final int MAX_TASKS = 10_000;

  /** With more files than this a task reads several small ones. */
  private static final int MANY_FILES = 256;

  /** Spark leaves the encoding out where rows are mapped at once, as they mostly are. */
  private static final Encoder<SourceRow> ENCODER = Encoders.javaSerialization(SourceRow.class);

  private final SparkSession spark;
  private final List<SourceFile> files;
  private final int maxRow;
  private final long partBytes;

  SourceRows(SparkSession spark, List<SourceFile> files, int maxRow, long partBytes) {
    this.spark = spark;
    this.files = files;
    this.maxRow = maxRow;
    this.partBytes = partBytes;
  }

  /**
   * The files that a path names.
   *
   * @param key the setting that the path is from, for messages
   * @param path a file, folder or glob on any Hadoop file system
   * @param maxRow bytes; a longer row is a fault
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static SourceRows at(SparkSession spark, String key, String path, long maxRow) {
    return at(spark, key, path, maxRow, Set.of());
  }

  /**
   * The files that a path names; of folders only those whose names have one of some endings.
   *
   * @param key the setting that the path is from, for messages
   * @param path a file, folder or glob on any Hadoop file system
   * @param maxRow bytes; a longer row is a fault
   * @param endings such as {@code json} and {@code gz}; all files where there are none
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static SourceRows at(
      SparkSession spark, String key, String path, long maxRow, Set<String> endings) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    int limit = (int) Math.min(maxRow, Integer.MAX_VALUE - Long.BYTES);
    return new SourceRows(spark, SourceFiles.find(key, path, endings, hadoop), limit, PART_BYTES);
  }

  /**
   * The rows of all files that a path names, with the numbers of their lines. To know these, large
   * files of JSON lines are read twice; {@link #rows} reads once.
   *
   * @param key the setting that the path is from, for messages
   * @param path a file, folder or glob on any Hadoop file system
   * @param maxRow bytes; a longer row is a fault
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static Dataset<SourceRow> of(SparkSession spark, String key, String path, long maxRow) {
    return at(spark, key, path, maxRow).numberedRows();
  }

  /**
   * The rows of all files, read once. Rows of large files of JSON lines have numbers that keep
   * their order and are larger than those of their lines; {@link #withLineNumbers} mends them in
   * rejected rows.
   */
  public Dataset<SourceRow> rows() {
    return rows(parts());
  }

  /**
   * The rows of all files with the numbers of their lines; counts the lines of large files first.
   */
  public Dataset<SourceRow> numberedRows() {
    List<FileSlice> parts = parts();
    LineNumbers numbers = LineNumbers.of(parts, lineEnds(parts), partBytes);
    return rows(parts.stream().map(numbers::numberedFromLine).toList());
  }

  /**
   * Rejected rows with the numbers of their lines in origin and detail, for rows of {@link #rows}.
   * Counts lines of a large file only where a rejected row stands behind them.
   */
  public Dataset<Rejected> withLineNumbers(Dataset<Rejected> rejected) {
    List<FileSlice> parts = parts();
    if (parts.isEmpty()) {
      return rejected;
    }

    Set<String> large = new HashSet<>();
    parts.forEach(part -> large.add(part.path()));
    List<LineNumbers.Part> named =
        rejected
            .toJavaRDD()
            .flatMap(new LineNumbers.NamedParts(large, partBytes))
            .distinct()
            .collect();
    List<FileSlice> before = LineNumbers.before(named, parts, partBytes);
    return before.isEmpty()
        ? rejected
        : rejected.map(LineNumbers.of(before, lineEnds(before), partBytes), Rejected.ENCODER);
  }

  /** The whole paths of the files, in their order. */
  public List<String> files() {
    return files.stream().map(SourceFile::path).toList();
  }

  /** The parts of large files with lines, in the order of the files. */
  private List<FileSlice> parts() {
    List<FileSlice> parts = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.hasLines() && isLarge(file)) {
        parts.addAll(FileSlice.parts(file, partBytes));
      }
    }

    return parts;
  }

  private boolean isLarge(SourceFile file) {
    return file.isDivisible() && file.length() > partBytes;
  }

  private Dataset<SourceRow> rows(List<FileSlice> parts) {
    List<FileSlice> slices = new ArrayList<>();
    for (SourceFile file : files) {
      if (!isLarge(file)) {
        slices.add(FileSlice.whole(file));
      } else if (!file.hasLines()) {
        slices.addAll(FileSlice.parts(file, partBytes));
      }
    }

    slices.addAll(parts);
    JavaRDD<SourceRow> read = spread(slices).flatMap(new ReadSlice(hadoop(), maxRow));
    return spark.createDataset(read.rdd(), ENCODER);
  }

  private List<Long> lineEnds(List<FileSlice> parts) {
    return parts.isEmpty() ? List.of() : spread(parts).map(new CountLines(hadoop())).collect();
  }

  private JavaRDD<FileSlice> spread(List<FileSlice> slices) {
    long bytes = 0;
    for (FileSlice slice : slices) {
      bytes += Math.min(slice.file().length(), partBytes);
    }

    long tasks = Math.min(slices.size(), Math.max(MANY_FILES, bytes / partBytes));
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(slices, (int) Math.max(1, Math.min(tasks, MAX_TASKS)));
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }
}
