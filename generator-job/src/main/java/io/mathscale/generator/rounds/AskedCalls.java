package io.mathscale.generator.rounds;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.stddev_samp;

import io.mathscale.core.calls.spending.Spent;
import io.mathscale.core.data.Round;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The model calls for rows in a workspace, over all runs.
 *
 * @param calls those that ended
 * @param cost US dollars for certain
 * @param doubtfulCost US dollars that may have been charged beyond that
 */
public record AskedCalls(long calls, BigDecimal cost, BigDecimal doubtfulCost) {
  private static final List<String> STAGES = List.of(Tables.PAIRS.producer());

  /** The calls of the stages that ask for rows. */
  public static AskedCalls ofRows(SparkSession spark, Workspace workspace) {
    return of(
        spark, workspace, workspace.stagesThatAsked().stream().filter(STAGES::contains).toList());
  }

  /** The calls of all stages. */
  public static AskedCalls ofAll(SparkSession spark, Workspace workspace) {
    return of(spark, workspace, workspace.stagesThatAsked());
  }

  private static AskedCalls of(SparkSession spark, Workspace workspace, List<String> stages) {
    AskedCalls all = new AskedCalls(0, BigDecimal.ZERO, BigDecimal.ZERO);
    for (String stage : stages) {
      Manifest.Calls calls = Spent.by(spark, workspace, stage);
      all =
          new AskedCalls(
              all.calls + calls.completed() + calls.failed(),
              all.cost.add(calls.cost()),
              all.doubtfulCost.add(calls.doubtfulCost()));
    }

    return all;
  }

  /** What they may have cost at most. */
  public BigDecimal most() {
    return cost.add(doubtfulCost);
  }

  /**
   * What one composition takes, by these calls.
   *
   * @param rounds that have ended
   */
  public Optional<CompositionCost> aComposition(Workspace workspace, List<Round> rounds) {
    long asked = rounds.stream().mapToLong(Round::asked).sum();
    long compositions = rounds.stream().mapToLong(Round::compositions).sum();
    if (calls == 0 || compositions == 0) {
      return Optional.empty();
    }

    double each = (double) asked / compositions;
    double dollars = most().doubleValue() / calls;
    return Optional.of(
        new CompositionCost(each, each * dollars, error(workspace, dollars)));
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
        : Acceptance.DEVIATIONS * spread.getDouble(0) / (dollars * Math.sqrt(calls));
  }
}
