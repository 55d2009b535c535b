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
import io.mathscale.core.workspace.SplitRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The seeds of a run, as the configuration names them: read once, looked at several times. */
public final class SeedInput implements AutoCloseable {
  private static final String PATH_KEY = "seeds.path";

  private final SplitRows<PlacedSeed> rows;
  private final long limit;

  private SeedInput(SplitRows<PlacedSeed> rows, long limit) {
    this.rows = rows;
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
    NamedFields fields = NamedFields.of(config.fields());
    FieldNames.requireKnown(fields, rows);

    Dataset<RowOrRejection<PlacedSeed>> parsed =
        ParsedRows.of(rows, stage, new SeedReader(fields), PlacedSeed.ENCODER);
    SeedInput input =
        new SeedInput(
            SplitRows.of(DistinctSeeds.of(parsed, stage), PlacedSeed.ENCODER), config.limit());
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
    SplitRows.Counts counts = rows.counts();
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

  /** The rows that are no seeds. */
  public Dataset<Rejected> rejected() {
    return rows.rejected();
  }

  /** Lets go of the rows. */
  @Override
  public void close() {
    rows.close();
  }
}
