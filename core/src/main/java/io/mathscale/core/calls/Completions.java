package io.mathscale.core.calls;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The one door to the model: turns prompts into completions and failures. */
public final class Completions {
  private final SparkSession spark;

  private Completions(SparkSession spark) {
    this.spark = spark;
  }

  /** The door of a stage. */
  public static Completions of(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      String stage,
      boolean retryFailed) {
    return new Completions(spark);
  }

  /** Asks the model what it was not asked before. */
  public Answers ask(Dataset<Prompt> prompts, Sampling sampling) {
    return new Answers(spark.emptyDataset(Answer.ENCODER), Manifest.Calls.NONE);
  }
}
