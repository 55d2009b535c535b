package io.mathscale.core.calls.spending;

import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.limits.Budget;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Finds the budgets that a run must keep, and what of them is spent. */
public final class Budgets {
  private final SparkSession spark;
  private final Workspace workspace;
  private final MathscaleConfig config;
  private final ModelConfig model;
  private final TimeSource time;

  /**
   * The budgets of a configuration.
   *
   * @param model the model that is asked
   * @param time by which tables are dated
   */
  public Budgets(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      ModelConfig model,
      TimeSource time) {
    this.spark = spark;
    this.workspace = workspace;
    this.config = config;
    this.model = model;
    this.time = time;
  }

  /** Whether any is to be kept. */
  public boolean isAny() {
    return !model.free() && (config.budget().signum() > 0 || config.calls().budget().signum() > 0);
  }

  /** Whether one is to be kept that all stages of the workspace share. */
  public boolean isShared() {
    return !model.free() && config.budget().signum() > 0;
  }

  /**
   * The budgets of a run.
   *
   * @param stage the stage that is to ask, whose lines are all in its tables
   * @param spent what it has spent in earlier runs
   */
  public List<Budget> of(String stage, Spending spent) {
    List<Budget> budgets = new ArrayList<>();
    if (isAny() && config.calls().budget().signum() > 0) {
      budgets.add(spent.of("calls.budget", config.calls().budget()));
    }

    if (isShared()) {
      budgets.add(spent.plus(elsewhere(stage)).of("budget", config.budget()));
    }

    return budgets;
  }

  private Spending elsewhere(String stage) {
    Spending all = Spending.NONE;
    for (String other : workspace.stagesThatAsked()) {
      if (!other.equals(stage)) {
        all = all.plus(Spent.withLeases(new Journal(spark, workspace, other, time)));
      }
    }

    return all;
  }
}
