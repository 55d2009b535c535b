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
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums up what the calls of a stage would take, without asking. */
final class Estimates {
  /** Both tails of a 95 % interval leave out 2.5 % each. */
  private static final double QUANTILE = 0.975;

  private final Asking asking;
  private final Price price;
  private final Journal journal;

  Estimates(Asking asking, Price price, Journal journal) {
    this.asking = asking;
    this.price = price;
    this.journal = journal;
  }

  /** The estimate for calls, equal keys of which are one. */
  Estimate of(Dataset<Call> calls) {
    Dataset<Call> distinct = calls.dropDuplicates("key");
    Dataset<Row> paid = paid();
    Dataset<Call> toAsk =
        distinct
            .join(paid, distinct.col("key").equalTo(paid.col("key")), "left_anti")
            .as(Call.ENCODER);
    Row asked =
        toAsk
            .mapPartitions(new CountTokens(), Encoders.LONG())
            .toDF("tokens")
            .agg(functions.count(functions.lit(1)), sum("tokens"))
            .head();
    Row ended =
        paid.join(distinct.select("key"), "key")
            .agg(
                functions.count(functions.lit(1)),
                functions.coalesce(functions.sum("cost"), functions.lit(BigDecimal.ZERO)),
                mean("inputTokens"),
                deviation("inputTokens"),
                mean("outputTokens"),
                deviation("outputTokens"),
                mean("cost"),
                deviation("cost"))
            .head();
    long left = asked.getLong(0);
    long inputTokens = asked.getLong(1);
    long mostOutputTokens = left * asking.sampling().maxTokens();
    return new Estimate(
        asking.stage(),
        left + ended.getLong(0),
        ended.getLong(0),
        ended.getDecimal(1),
        inputTokens,
        mostOutputTokens,
        price.worst(inputTokens, mostOutputTokens),
        projection(ended, left));
  }

  /** What each call that ended took, failures before its answer included. */
  private Dataset<Row> paid() {
    Column[] columns = {col("key"), col("inputTokens"), col("outputTokens"), col("cost")};
    return journal
        .completionsSoFar()
        .select(columns)
        .union(journal.failuresSoFar().select(columns))
        .groupBy("key")
        .agg(
            functions.sum("inputTokens").as("inputTokens"),
            functions.sum("outputTokens").as("outputTokens"),
            functions.sum("cost").as("cost"));
  }

  private static Optional<Projection> projection(Row ended, long left) {
    long count = ended.getLong(0);
    return count < 2
        ? Optional.empty()
        : Optional.of(
            new Projection(
                range(count, left, ended.getDouble(2), ended.getDouble(3)),
                range(count, left, ended.getDouble(4), ended.getDouble(5)),
                range(count, left, ended.getDouble(6), ended.getDouble(7))));
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

  private static Column sum(String column) {
    return functions.coalesce(functions.sum(column), functions.lit(0L));
  }

  private static Column mean(String column) {
    return functions.avg(col(column).cast("double"));
  }

  private static Column deviation(String column) {
    return functions.stddev_samp(col(column).cast("double"));
  }
}
