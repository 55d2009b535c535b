package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.Estimate.Projection;
import io.mathscale.core.calls.Estimate.Range;
import io.mathscale.core.model.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up what the calls of a stage would take, without asking. */
final class Estimates {
  /** Both tails of a 95 % interval leave out 2.5 % each. */
  private static final double QUANTILE = 0.975;

  private final PromptBatch batch;
  private final Price price;
  private final Journal journal;
  private final boolean retryFailed;

  /**
   * The estimates of a stage.
   *
   * @param retryFailed whether calls that failed are to be asked again
   */
  Estimates(PromptBatch batch, Price price, Journal journal, boolean retryFailed) {
    this.batch = batch;
    this.price = price;
    this.journal = journal;
    this.retryFailed = retryFailed;
  }

  /** The estimate for calls, equal keys of which are one. */
  Estimate of(Dataset<Call> calls) {
    Dataset<Row> known =
        calls
            .mapPartitions(new CountTokens(), SizedCall.ENCODER)
            .dropDuplicates("key")
            .join(paid(), new String[] {"key"}, "left_outer");
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
    long mostOutputTokens = left * batch.sampling().maxTokens();
    return new Estimate(
        batch.stage(),
        sums.getLong(0),
        ended,
        sums.getDecimal(2),
        inputTokens,
        mostOutputTokens,
        price.worst(inputTokens, mostOutputTokens),
        projection(sums, ended, left));
  }

  /** What each call took that was ever asked, and whether it is not asked again. */
  private Dataset<Row> paid() {
    return ends(journal.completionsSoFar(), true)
        .union(ends(journal.failuresSoFar(), !retryFailed))
        .groupBy("key")
        .agg(
            functions.sum("inputTokens").as("inputTokens"),
            functions.sum("outputTokens").as("outputTokens"),
            functions.sum("cost").as("cost"),
            functions.max("isOver").as("isOver"));
  }

  private static Dataset<Row> ends(Dataset<?> ends, boolean isOver) {
    return ends.select(
        col("key"),
        col("inputTokens"),
        col("outputTokens"),
        col("cost"),
        functions.lit(isOver).as("isOver"));
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
