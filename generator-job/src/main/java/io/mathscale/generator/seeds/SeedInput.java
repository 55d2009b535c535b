package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.spark.SparkProgress;
import io.mathscale.core.time.SystemTime;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The seeds of a run, as the configuration names them: read once, looked at several times. */
public final class SeedInput implements AutoCloseable {
  private static final String PATH_KEY = "seeds.path";

  private final String key;
  private final SourceRows source;
  private final Cached<SeedRow> rows;
  private final List<SeedFile> files;
  private final long limit;

  private SeedInput(
      String key, SourceRows source, Cached<SeedRow> rows, List<SeedFile> files, long limit) {
    this.key = key;
    this.source = source;
    this.rows = rows;
    this.files = List.copyOf(files);
    this.limit = limit;
  }

  /**
   * Reads the seeds.
   *
   * @param benchmark the benchmark whose questions are no seeds
   * @param stage the command that reads
   * @throws ConfigException when there is no file, no row, no good row, or a field that {@code
   *     seeds.fields} names stands in no row
   */
  public static SeedInput read(
      SparkSession spark, SeedsConfig config, ConfiguredBenchmark benchmark, String stage) {
    requirePath(config);
    return read(PATH_KEY, spark, config, benchmark, stage);
  }

  /**
   * Reads questions that stand elsewhere as seeds are read, in layouts that their fields tell.
   *
   * @param key of the configuration that names the files
   * @param path the files
   * @param benchmark the benchmark whose questions are left out
   * @param stage the command that reads
   * @throws ConfigException when there is no file, no row, or no good row
   */
  public static SeedInput readQuestions(
      String key,
      SparkSession spark,
      String path,
      SeedsConfig seeds,
      ConfiguredBenchmark benchmark,
      String stage) {
    SeedsConfig.Fields recognised = new SeedsConfig.Fields("", "", "", "", "", "", "");
    SeedsConfig config =
        new SeedsConfig(path, 0, recognised, seeds.maxRow(), seeds.decontaminate());
    return read(key, spark, config, benchmark, stage);
  }

  private static SeedInput read(
      String key,
      SparkSession spark,
      SeedsConfig config,
      ConfiguredBenchmark benchmark,
      String stage) {
    SeedInput input = readAny(key, spark, config, benchmark, stage);
    try {
      input.requireGood(config.path());
      return input;
    } catch (RuntimeException e) {
      input.close();
      throw e;
    }
  }

  /**
   * Reads the seeds, be there any or not.
   *
   * @param benchmark the benchmark whose questions are no seeds
   * @param stage the command that reads
   * @throws ConfigException when there is no file, or a field that {@code seeds.fields} names
   *     stands in no row
   */
  public static SeedInput readAny(
      SparkSession spark, SeedsConfig config, ConfiguredBenchmark benchmark, String stage) {
    requirePath(config);
    return readAny(PATH_KEY, spark, config, benchmark, stage);
  }

  private static SeedInput readAny(
      String key,
      SparkSession spark,
      SeedsConfig config,
      ConfiguredBenchmark benchmark,
      String stage) {
    SourceRows source = SourceRows.at(spark, key, config.path(), SourceRows.MAX_ROW);
    Dataset<SourceRow> read = source.rows();
    NamedFields named = NamedFields.of(config.fields());
    FieldNames.requireKnown(named, read);

    SeedReader reader = new SeedReader(stage, named, config.maxRow().count());
    Dataset<SeedRow> outside = outside(benchmark, read.map(reader, SeedRow.ENCODER), stage);
    Cached<SeedRow> rows = Cached.of(DistinctSeeds.of(outside, stage));
    try {
      List<SeedFile> files =
          SparkProgress.during(
              spark,
              stage + ": reading seeds",
              SystemTime.INSTANCE,
              () -> SeedFiles.of(source, rows.rows()));
      return new SeedInput(key, source, rows, files, config.limit());
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private static Dataset<SeedRow> outside(
      ConfiguredBenchmark benchmark, Dataset<SeedRow> rows, String stage) {
    if (benchmark.problems().isEmpty()) {
      return rows;
    }

    Broadcast<Map<String, String>> problems =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext())
            .broadcast(benchmark.problems());
    return rows.map(new RejectBenchmarkSeeds(problems, stage), SeedRow.ENCODER);
  }

  /**
   * Checks that the configuration names seeds.
   *
   * @throws ConfigException when it does not
   */
  public static void requirePath(SeedsConfig config) {
    if (config.path().isBlank()) {
      throw new ConfigException(
          PATH_KEY + " must name a file, folder or glob of seed questions: \"\"");
    }
  }

  /** The files of the seeds. */
  public static UserFiles files(SeedsConfig config) {
    return new UserFiles(PATH_KEY, config.path());
  }

  /**
   * Checks that a row of the files has each of the fields that the configuration names.
   *
   * @throws ConfigException when none has
   */
  public static void requireFields(SparkSession spark, SeedsConfig config) {
    NamedFields named = NamedFields.of(config.fields());
    if (!named.byKey().isEmpty()) {
      FieldNames.requireKnown(
          named, SourceRows.at(spark, PATH_KEY, config.path(), SourceRows.MAX_ROW).rows());
    }
  }

  private void requireGood(String path) {
    long rejected = files.stream().mapToLong(SeedFile::rejected).sum();
    long good = files.stream().mapToLong(SeedFile::seeds).sum();
    if (good + rejected == 0) {
      throw new ConfigException(key + " must hold at least one row: " + path);
    }

    if (good == 0) {
      throw new ConfigException(
          "%s must hold at least one good seed: all %,d rows of %s are rejected:\n%s"
              .formatted(key, rejected, path, String.join("\n", SeedFileLines.of(files))));
    }
  }

  /** What was read out of each file, in the order of their paths. */
  public List<SeedFile> files() {
    return files;
  }

  /** All rows, with what became of them. */
  public Dataset<SeedRow> rows() {
    return rows.rows();
  }

  /** The distinct good seeds, no more than wanted. */
  public Dataset<SeedQuestion> seeds() {
    Dataset<SeedQuestion> good =
        rows.rows().where(col("seed").isNotNull()).select("seed.*").as(SeedQuestion.ENCODER);
    return DistinctSeeds.firstById(good, limit);
  }

  /** How many seeds there are, no more than wanted. */
  public long count() {
    long good = files.stream().mapToLong(SeedFile::seeds).sum();
    return limit == 0 ? good : Math.min(limit, good);
  }

  /** The rows that are no seeds. */
  public Dataset<Rejected> rejected() {
    return source.withLineNumbers(
        rows.rows().where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER));
  }

  /** Releases the rows before the end; they are read anew if they are looked at again. */
  public void release() {
    rows.close();
  }

  /** Releases the rows. */
  @Override
  public void close() {
    release();
  }
}
