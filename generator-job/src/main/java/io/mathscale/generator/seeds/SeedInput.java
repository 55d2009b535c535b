package io.mathscale.generator.seeds;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.ParsedRows;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.spark.SparkProgress;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.SplitRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The seeds of a run, as the configuration names them: read once, looked at several times. */
public final class SeedInput implements AutoCloseable {
  private static final String PATH_KEY = "seeds.path";

  private final SourceRows source;
  private final SplitRows<PlacedSeed> rows;
  private final SplitRows.Counts counts;
  private final long limit;

  private SeedInput(
      SourceRows source, SplitRows<PlacedSeed> rows, SplitRows.Counts counts, long limit) {
    this.source = source;
    this.rows = rows;
    this.counts = counts;
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
    SourceRows source = SourceRows.at(spark, PATH_KEY, config.path(), config.maxRow().count());
    Dataset<SourceRow> rows = source.rows();
    NamedFields fields = NamedFields.of(config.fields());
    FieldNames.requireKnown(fields, rows);

    Dataset<RowOrRejection<PlacedSeed>> parsed =
        ParsedRows.of(rows, stage, new SeedReader(fields), PlacedSeed.ENCODER);
    SplitRows<PlacedSeed> split = SplitRows.of(DistinctSeeds.of(parsed, stage), PlacedSeed.ENCODER);
    try {
      SplitRows.Counts counts =
          SparkProgress.during(
              spark, stage + ": reading seeds", SystemTime.INSTANCE, split::counts);
      SeedInput input = new SeedInput(source, split, counts, config.limit());
      input.requireGood(config.path());
      return input;
    } catch (RuntimeException e) {
      split.close();
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
    if (counts.good() + counts.rejected() == 0) {
      throw new ConfigException(PATH_KEY + " must hold at least one row: " + path);
    }

    if (counts.good() == 0) {
      throw new ConfigException(
          "%s must hold at least one good seed: all %,d rows of %s are rejected %s; the first: %s"
              .formatted(
                  PATH_KEY, counts.rejected(), path, counts.rejectedByReason(), firstRejected()));
    }
  }

  private String firstRejected() {
    Rejected first = rejected().orderBy("origin").first();
    return first.origin() + ": " + first.detail();
  }

  /** The distinct good seeds, no more than wanted. */
  public Dataset<SeedQuestion> seeds() {
    Dataset<SeedQuestion> good = rows.good().select("seed.*").as(SeedQuestion.ENCODER);
    return DistinctSeeds.firstById(good, limit);
  }

  /** How many seeds there are, no more than wanted. */
  public long count() {
    return limit == 0 ? counts.good() : Math.min(limit, counts.good());
  }

  /** The rows that are no seeds. */
  public Dataset<Rejected> rejected() {
    return source.withLineNumbers(rows.rejected());
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
