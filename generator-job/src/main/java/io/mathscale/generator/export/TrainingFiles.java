package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.workspace.StagedFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the data files of an export: all layouts of JSON lines in one pass, Parquet in another.
 */
public final class TrainingFiles {
  /** Rows for rewards as Parquet: verl reads no JSON lines. */
  static final String VERL = "verl";

  /** A task that writes holds a row group in memory. */
  private static final long ROW_GROUP_BYTES = 8L << 20;

  private final SparkSession spark;
  private final StagedFolder folder;
  private final ExportConfig config;
  private final ShardPlan plan;

  /** The files of a plan, to be written below a folder. */
  public TrainingFiles(
      SparkSession spark, StagedFolder folder, ExportConfig config, ShardPlan plan) {
    this.spark = spark;
    this.folder = folder;
    this.config = config;
    this.plan = plan;
  }

  /**
   * Writes the files.
   *
   * @param rows what {@link ExportRows#of} gives
   * @return the files by their paths
   */
  public List<ExportedFile> write(Dataset<Row> rows) {
    List<WrittenFile> written = new ArrayList<>(lines(rows));
    if (config.formats().contains(Format.PARQUET)) {
      written.addAll(parquet(rows, label(Format.PARQUET), allColumns(rows)));
    }

    if (config.formats().contains(Format.RLVR)) {
      Dataset<Row> gradable = rows.where(ExportRows.hasAnswer());
      written.addAll(parquet(gradable, VERL, new RowLayouts(config).fields(Format.RLVR)));
    }

    return named(written);
  }

  /** The columns of each layout, as readers of its files see them. */
  public Map<String, StructType> schemas(Dataset<Row> rows) {
    RowLayouts layouts = new RowLayouts(config);
    Map<String, StructType> schemas = new LinkedHashMap<>();
    for (Format format : config.formats()) {
      Column[] columns = format == Format.PARQUET ? allColumns(rows) : layouts.fields(format);
      schemas.put(label(format), rows.select(columns).schema());
      if (format == Format.RLVR) {
        schemas.put(VERL, rows.select(columns).schema());
      }
    }

    return schemas;
  }

  /** The folder of a format. */
  public static String label(Format format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<WrittenFile> lines(Dataset<Row> rows) {
    List<Format> formats =
        config.formats().stream().filter(format -> format != Format.PARQUET).toList();
    if (formats.isEmpty()) {
      return List.of();
    }

    RowLayouts json = new RowLayouts(config);
    List<Column> columns = new ArrayList<>(List.of(col(ExportRows.FILE)));
    formats.forEach(format -> columns.add(json.line(format)));
    WriteLines writing =
        new WriteLines(
            folder.scratch() + "/lines",
            formats.stream().map(TrainingFiles::label).toList(),
            config.compression(),
            hadoop());
    return ExportRows.inFiles(rows, plan)
        .select(columns.toArray(Column[]::new))
        .mapPartitions(writing, WrittenFile.ENCODER)
        .collectAsList();
  }

  /** All columns under names with underscores, as most data sets on the hub have them. */
  private static Column[] allColumns(Dataset<Row> rows) {
    return Arrays.stream(rows.columns())
        .filter(name -> !name.startsWith("_"))
        .map(name -> plain(rows, name).as(underscored(name)))
        .toArray(Column[]::new);
  }

  /** Few readers know decimals. */
  private static Column plain(Dataset<Row> rows, String name) {
    DataType type = rows.schema().apply(name).dataType();
    if (type instanceof DecimalType) {
      return col(name).cast("double");
    }

    Column column = col(name);
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        if (field.dataType() instanceof DecimalType) {
          column = column.withField(field.name(), col(name).getField(field.name()).cast("double"));
        }
      }
    }

    return column;
  }

  private static String underscored(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private List<WrittenFile> parquet(Dataset<Row> rows, String layout, Column... columns) {
    String place = folder.scratch() + "/" + layout;
    List<Column> selected = new ArrayList<>(Arrays.asList(columns));
    selected.add(col(ExportRows.FILE));
    ExportRows.inFiles(rows, plan)
        .select(selected.toArray(Column[]::new))
        .write()
        .partitionBy(ExportRows.FILE)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
        .option("parquet.block.size", ROW_GROUP_BYTES)
        .option("compression", "snappy")
        .parquet(place);
    List<String> paths = folder.filesBelow(new Path(place), ".parquet");
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(paths, Math.max(1, paths.size()))
        .map(new HashFile(layout, hadoop()))
        .collect();
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }

  /** Gives the files their names: {@code train-00000-of-00012}, without holes. */
  private List<ExportedFile> named(List<WrittenFile> written) {
    int[] splits = plan.splitsByFile();
    Map<String, List<WrittenFile>> groups = new TreeMap<>();
    for (WrittenFile file : written) {
      String group = file.layout() + "/" + DataSplit.of(splits[file.file()]).label();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(file);
    }

    List<ExportedFile> named = new ArrayList<>();
    groups.forEach(
        (group, files) -> {
          files.sort(Comparator.comparingInt(WrittenFile::file));
          for (int i = 0; i < files.size(); i++) {
            named.add(named(group, files.get(i), i, files.size()));
          }
        });
    return named;
  }

  private ExportedFile named(String group, WrittenFile file, int index, int count) {
    String split = group.substring(group.indexOf('/') + 1);
    String ending =
        file.layout().equals(VERL) || file.layout().equals(label(Format.PARQUET))
            ? ".parquet"
            : LineFile.ending(config.compression());
    String path = "%s/%s-%05d-of-%05d%s".formatted(group, split, index, count, ending);
    folder.add(path, new Path(file.path()));
    return new ExportedFile(path, file.layout(), split, file.rows(), file.bytes(), file.sha256());
  }
}
