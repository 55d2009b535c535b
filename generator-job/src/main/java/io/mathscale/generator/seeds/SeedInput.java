package io.mathscale.generator.seeds;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The seeds of a run, as the configuration names them: read once, looked at several times. */
public final class SeedInput implements AutoCloseable {
  private static final String PATH_KEY = "seeds.path";

  private final Dataset<SeedReading> readings;
  private final long limit;

  private SeedInput(Dataset<SeedReading> readings, long limit) {
    this.readings = readings;
    this.limit = limit;
  }

  /**
   * Reads the seeds.
   *
   * @param stage the command that reads
   * @throws ConfigException when there is no file, no row, no good row, or a field that {@code
   *     seeds.fields} names stands in no row
   */
  public static SeedInput read(SparkSession spark, SeedsConfig config, String stage) {
    requirePath(config);
    Dataset<SourceRow> rows =
        SourceRows.of(spark, PATH_KEY, config.path(), config.maxRow().count());
    SeedFields fields = SeedFields.of(config.fields());
    FieldNames.requireKnown(fields, rows);

    Dataset<SeedReading> judged =
        DistinctSeeds.of(rows.map(new SeedReader(stage, fields), SeedReading.ENCODER), stage);
    SeedInput input = new SeedInput(judged.persist(StorageLevel.MEMORY_AND_DISK()), config.limit());
    try {
      input.requireGood(config.path());
      return input;
    } catch (RuntimeException e) {
      input.close();
      throw e;
    }
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

  private void requireGood(String path) {
    Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    long good = 0;
    List<Row> counts = readings.groupBy(col("rejected.reason")).count().collectAsList();
    for (Row count : counts) {
      if (count.isNullAt(0)) {
        good = count.getLong(1);
      } else {
        rejected.put(RejectionReason.valueOf(count.getString(0)), count.getLong(1));
      }
    }

    if (counts.isEmpty()) {
      throw new ConfigException(PATH_KEY + " must hold at least one row: " + path);
    }

    if (good == 0) {
      long all = rejected.values().stream().mapToLong(Long::longValue).sum();
      throw new ConfigException(
          "%s must hold at least one good seed: all %,d rows of %s are rejected %s; the first: %s"
              .formatted(PATH_KEY, all, path, rejected, firstRejected()));
    }
  }

  private String firstRejected() {
    Rejected first = rejected().orderBy("origin").first();
    return first.origin() + ": " + first.detail();
  }

  /** The distinct good seeds, no more than wanted. */
  public Dataset<SeedQuestion> seeds() {
    Dataset<SeedQuestion> good =
        readings.where(col("seed").isNotNull()).select("seed.*").as(SeedQuestion.ENCODER);
    return DistinctSeeds.firstById(good, limit);
  }

  /** The rows that are no seeds. */
  public Dataset<Rejected> rejected() {
    return readings.where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER);
  }

  /** Lets go of the rows. */
  @Override
  public void close() {
    readings.unpersist();
  }
}
