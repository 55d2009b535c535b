package io.mathscale.core.calls.estimate;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.estimate.Estimate.Projection;
import io.mathscale.core.calls.estimate.Estimate.Range;
import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.model.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up what the calls of a stage would take, without asking. */
public final class Estimates {
  /** Both tails of a 95 % interval leave out 2.5 % each. */
  private static final double QUANTILE = 0.975;

  private final String stage;
  private final int maxTokens;
  private final Price price;
  private final String tier;
  private final Journal journal;
  private final boolean retryFailed;

  /**
   * The estimates of a stage.
   *
   * @param stage name of the stage
   * @param maxTokens tokens of the longest answer
   * @param price of the model
   * @param tier the service tier that requests ask for; empty where the service chooses
   * @param journal what was asked before
   * @param retryFailed whether calls that failed are to be asked again
   */
  public Estimates(
      String stage, int maxTokens, Price price, String tier, Journal journal, boolean retryFailed) {
    this.stage = stage;
    this.maxTokens = maxTokens;
    this.price = price;
    this.tier = tier;
    this.journal = journal;
    this.retryFailed = retryFailed;
  }

  /** The estimate for calls, equal keys of which are one. */
  public Estimate of(Dataset<SizedCall> calls) {
    Dataset<Row> known =
        calls.dropDuplicates("key").join(paid(), new String[] {"key"}, "left_outer");
    Column isOver = functions.coalesce(col("isOver"), functions.lit(false));
    Row sums =
        known
            .agg(
                functions.count(functions.lit(1)),
                functions.count_if(isOver),
                functions.coalesce(functions.sum("cost"), functions.lit(BigDecimal.ZERO)),
                functions.coalesce(
                    functions.sum(functions.when(functions.not(isOver), col("tokens"))),
                    functions.lit(0L)),
                mean(isOver, "inputTokens"),
                deviation(isOver, "inputTokens"),
                mean(isOver, "outputTokens"),
                deviation(isOver, "outputTokens"),
                mean(isOver, "cost"),
                deviation(isOver, "cost"))
            .head();
    long ended = sums.getLong(1);
    long left = sums.getLong(0) - ended;
    long inputTokens = sums.getLong(3);
    long mostOutputTokens = left * maxTokens;
    return new Estimate(
        stage,
        sums.getLong(0),
        ended,
        sums.getDecimal(2),
        inputTokens,
        mostOutputTokens,
        price.worst(inputTokens, mostOutputTokens, tier),
        projection(sums, ended, left));
  }

  /** What each call took that was ever asked, and whether it is not asked again. */
  private Dataset<Row> paid() {
    Column isOver = retryFailed ? col("isAnswered") : functions.lit(true);
    return journal
        .ends()
        .groupBy("key")
        .agg(
            functions.sum("inputTokens").as("inputTokens"),
            functions.sum("outputTokens").as("outputTokens"),
            functions.sum("cost").as("cost"),
            functions.max(isOver).as("isOver"));
  }

  private static Optional<Projection> projection(Row sums, long ended, long left) {
    return ended < 2
        ? Optional.empty()
        : Optional.of(
            new Projection(
                range(ended, left, sums.getDouble(4), sums.getDouble(5)),
                range(ended, left, sums.getDouble(6), sums.getDouble(7)),
                range(ended, left, sums.getDouble(8), sums.getDouble(9))));
  }

  /**
   * The sum over calls to come, with its prediction interval: the mean of those that ended is
   * uncertain, and so are the calls themselves.
   *
   * @param count calls that ended, a random choice since calls are asked in the order of their keys
   * @param left calls to come
   */
  static Range range(long count, long left, double mean, double deviation) {
    double expected = left * mean;
    double error = deviation * Math.sqrt((double) left * left / count + left);
    double margin = new TDistribution(count - 1).inverseCumulativeProbability(QUANTILE) * error;
    return new Range(Math.max(0, expected - margin), expected, expected + margin);
  }

  private static Column mean(Column isOver, String column) {
    return functions.avg(functions.when(isOver, col(column).cast("double")));
  }

  private static Column deviation(Column isOver, String column) {
    return functions.stddev_samp(functions.when(isOver, col(column).cast("double")));
  }
}
