package io.mathscale.generator;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev_samp;

import io.mathscale.core.calls.spending.Spent;
import io.mathscale.core.data.Round;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.rounds.CompositionCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The model calls for rows in a workspace, over all runs.
 *
 * @param calls those that ended
 * @param cost US dollars for certain
 * @param doubtfulCost US dollars that may have been charged beyond that
 */
record AskedCalls(long calls, BigDecimal cost, BigDecimal doubtfulCost) {
  /** Of the normal distribution, for a 95 % interval. */
  private static final double DEVIATIONS = 1.96;

  private static final AskedCalls NONE = new AskedCalls(0, BigDecimal.ZERO, BigDecimal.ZERO);
  private static final String ASKS_FOR_PAIRS = Tables.PAIRS.producer();

  /** The calls of the stages that ask for rows, and of all others that look at them. */
  static AskedCalls ofRows(SparkSession spark, Workspace workspace) {
    return ofEach(spark, workspace).values().stream().reduce(NONE, AskedCalls::plus);
  }

  /** The same for each of the stages, and each of the models that one asks. */
  static SortedMap<String, AskedCalls> ofEach(SparkSession spark, Workspace workspace) {
    SortedMap<String, AskedCalls> each = new TreeMap<>();
    for (String stage : workspace.stagesThatAsked()) {
      if (stage.equals(ASKS_FOR_PAIRS)
          || stage.equals(Validate.NAME)
          || stage.startsWith(Validate.NAME + "-")) {
        each.put(stage, of(spark, workspace, stage));
      }
    }

    return each;
  }

  /** The calls of all stages. */
  static AskedCalls ofAll(SparkSession spark, Workspace workspace) {
    return workspace.stagesThatAsked().stream()
        .map(stage -> of(spark, workspace, stage))
        .reduce(NONE, AskedCalls::plus);
  }

  private static AskedCalls of(SparkSession spark, Workspace workspace, String stage) {
    Manifest.Calls calls = Spent.by(spark, workspace, stage);
    return new AskedCalls(calls.completed() + calls.failed(), calls.cost(), calls.doubtfulCost());
  }

  private AskedCalls plus(AskedCalls other) {
    return new AskedCalls(
        calls + other.calls, cost.add(other.cost), doubtfulCost.add(other.doubtfulCost));
  }

  /** What they may have cost at most. */
  BigDecimal most() {
    return cost.add(doubtfulCost);
  }

  /**
   * What one composition takes: the prompts for its pairs at the mean cost of one, and its share of
   * what other stages have asked about them.
   *
   * @param rounds that have ended
   */
  static Optional<CompositionCost> ofComposition(
      SparkSession spark, Workspace workspace, List<Round> rounds) {
    SortedMap<String, AskedCalls> each = ofEach(spark, workspace);
    AskedCalls pairs = each.getOrDefault(ASKS_FOR_PAIRS, NONE);
    each.remove(ASKS_FOR_PAIRS);
    AskedCalls others = each.values().stream().reduce(NONE, AskedCalls::plus);
    double asked = rounds.stream().mapToLong(Round::asked).sum();
    double compositions = rounds.stream().mapToLong(Round::compositions).sum();
    if (pairs.calls == 0 || compositions == 0) {
      return Optional.empty();
    }

    double prompt = pairs.most().doubleValue() / pairs.calls;
    return Optional.of(
        new CompositionCost(
            (asked + others.calls) / compositions,
            (asked * prompt + others.most().doubleValue()) / compositions,
            pairs.error(workspace, prompt)));
  }

  private double error(Workspace workspace, double dollars) {
    Row spread =
        workspace
            .read(Tables.PAIRS)
            .select(col("provenance.cost").cast("double").as("cost"))
            .agg(stddev_samp("cost"), avg("cost"))
            .head();
    return dollars == 0 || spread.isNullAt(0)
        ? 0
        : DEVIATIONS * spread.getDouble(0) / (dollars * Math.sqrt((double) calls));
  }
}
