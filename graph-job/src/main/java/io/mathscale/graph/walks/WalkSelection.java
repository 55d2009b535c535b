package io.mathscale.graph.walks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.config.ComposeConfig;
import io.mathscale.core.spark.Caches;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Walks epoch after epoch until there are enough distinct compositions, and says which walks they
 * are from. The epochs are walked in batches, whose size changes nothing in what is selected.
 */
public final class WalkSelection {
  /**
   * Walks of the first batch, which shows how many walks find something new, and of each other at
   * the least: fewer are not worth a batch.
   */
  private static final long FIRST_BATCH = 20_000;

  /** A batch has at the least so many times the walks before it, so that batches are few. */
  private static final double LEAST_GROWTH = 0.1;

  /** A batch has at the most so many times the walks before it. */
  private static final long GROWTH = 200;

  /** Walks that one task compares. */
  private static final long WALKS_IN_TASK = 200_000;

  /** Walks beyond those that are likely to be enough. */
  private static final double RESERVE = 1.1;

  private final SparkSession spark;
  private final Caches caches;
  private final Walks walks;
  private final int topics;
  private final ComposeConfig config;
  private final Consumer<String> say;

  /**
   * A selection from walks.
   *
   * @param spark the session
   * @param caches keeps the fingerprints of the walks, which the selected positions are read from
   * @param walks all walks
   * @param topics topics of the graph
   * @param config how many compositions, and when to stop
   * @param say tells the user how far it is
   */
  public WalkSelection(
      SparkSession spark,
      Caches caches,
      Walks walks,
      int topics,
      ComposeConfig config,
      Consumer<String> say) {
    this.spark = spark;
    this.caches = caches;
    this.walks = walks;
    this.topics = topics;
    this.config = config;
    this.say = say;
  }

  /**
   * The walks that the compositions are made of.
   *
   * @param positions their places among all walks
   * @param tally how many, of how many epochs
   */
  public record Selected(Dataset<Long> positions, EpochTally tally) {}

  /** Walks and selects. */
  public Selected run() {
    Dataset<WalkFingerprint> firsts = spark.emptyDataset(WalkFingerprint.ENCODER);
    long[] newByEpoch = {};
    EpochTally tally = EpochTally.of(newByEpoch, topics, config);
    while (!tally.isEnded()) {
      long epochs = newByEpoch.length;
      long more = nextBatch(newByEpoch, tally.compositions());
      Dataset<Long> batch =
          spark.range(epochs * topics, (epochs + more) * topics).as(Encoders.LONG());
      Dataset<WalkFingerprint> before = firsts;
      firsts =
          caches.persist(
              DistinctWalks.firstOf(
                  before.union(walks.fingerprints(batch)), tasks((epochs + more) * topics)));
      newByEpoch = newByEpoch(firsts, Math.toIntExact(epochs + more));
      before.unpersist();
      tally = EpochTally.of(newByEpoch, topics, config);
      say.accept(progress(tally));
    }

    return new Selected(positions(firsts, tally), tally);
  }

  private static int tasks(long walks) {
    return Math.toIntExact(1 + walks / WALKS_IN_TASK);
  }

  private long nextBatch(long[] newByEpoch, long found) {
    long missing = config.target() - found;
    long first = FIRST_BATCH / topics + 1;
    long least = Math.max(first, (long) (LEAST_GROWTH * newByEpoch.length));
    long most = Math.max(first, GROWTH * newByEpoch.length);
    double newInEpoch = newByEpoch.length == 0 ? topics : latestMean(newByEpoch);
    double needed = Math.ceil(missing / newInEpoch * RESERVE);
    return Math.max(least, Math.min(most, (long) needed));
  }

  /** New compositions an epoch, over the latest tenth of the epochs. */
  private static double latestMean(long[] newByEpoch) {
    int latest = newByEpoch.length / 10 + 1;
    long sum = LongStream.of(newByEpoch).skip(newByEpoch.length - latest).sum();
    return Math.max(1, sum) / (double) latest;
  }

  private long[] newByEpoch(Dataset<WalkFingerprint> firsts, int epochs) {
    Column epoch = floor(col("position").divide(topics)).cast("int");
    List<Row> counts =
        firsts.groupBy(epoch.as("epoch")).agg(count(lit(1)).as("found")).collectAsList();
    long[] newByEpoch = new long[epochs];
    for (Row row : counts) {
      newByEpoch[row.getInt(0)] = row.getLong(1);
    }

    return newByEpoch;
  }

  private Dataset<Long> positions(Dataset<WalkFingerprint> firsts, EpochTally tally) {
    Dataset<Long> positions = firsts.select(col("position")).as(Encoders.LONG());
    long lastEpoch = (tally.epochs() - 1) * topics;
    long[] ofLastEpoch =
        positions
            .where(col("position").geq(lastEpoch).and(col("position").lt(lastEpoch + topics)))
            .collectAsList()
            .stream()
            .mapToLong(Long::longValue)
            .sorted()
            .limit(tally.lastTaken())
            .toArray();
    long end = ofLastEpoch.length == 0 ? lastEpoch : ofLastEpoch[ofLastEpoch.length - 1] + 1;
    return positions.where(col("position").lt(end));
  }

  private String progress(EpochTally tally) {
    return String.format(
        Locale.ROOT,
        "compose: %,d of %,d compositions after %,d epochs",
        tally.compositions(),
        config.target(),
        tally.epochs());
  }
}
