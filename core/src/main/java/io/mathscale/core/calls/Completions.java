package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.workspace.Workspace;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The one door to the model: turns prompts into completions and failures.
 *
 * <p>What the journal of the stage holds is not asked again, so a stage that was retried, killed or
 * run twice pays once. What is asked keeps the limits of the whole application.
 */
public final class Completions {
  private final SparkSession spark;
  private final Workspace workspace;
  private final MathscaleConfig config;
  private final boolean retryFailed;

  private Completions(
      SparkSession spark, Workspace workspace, MathscaleConfig config, boolean retryFailed) {
    this.spark = spark;
    this.workspace = workspace;
    this.config = config;
    this.retryFailed = retryFailed;
  }

  /**
   * The door of a workspace.
   *
   * @param retryFailed whether to ask again what failed in an earlier run
   */
  public static Completions of(
      SparkSession spark, Workspace workspace, MathscaleConfig config, boolean retryFailed) {
    return new Completions(spark, workspace, config, retryFailed);
  }

  /**
   * Asks the model what it was not asked before.
   *
   * @throws ConfigException when the model or its key is not configured, or another run is asking
   *     for the same stage of the workspace
   * @throws StageStoppedException when the budget is reached, too many calls failed, or the service
   *     refused us; what was answered is kept
   */
  public CallResults ask(PromptBatch batch) {
    ModelConfig model = config.model();
    model.requireReady();
    Credentials credentials =
        new CredentialsReader(System::getenv, spark.sparkContext().hadoopConfiguration())
            .read(model, model.headers());

    Journal journal = journal(batch);
    try (StageLock lock = journal.lock(Sleeper.OF_THREAD)) {
      lock.keep();
      return ask(batch, journal, lock, credentials);
    }
  }

  private CallResults ask(
      PromptBatch batch, Journal journal, StageLock lock, Credentials credentials) {
    journal.compact();
    Dataset<Call> calls = calls(batch);
    new StageRun(spark, config, batch, journal, lock)
        .ask(notAskedYet(calls, batch.count(), journal), credentials);
    journal.compact();
    requireFewFailures(batch.stage(), calls, journal);
    return new CallResults(answers(calls, journal), Spent.on(journal));
  }

  /**
   * Asks some of the questions, chosen at random by their keys: those that an earlier sample asked
   * are among them and are not asked again.
   *
   * @param count so many of them
   * @throws ConfigException as {@link #ask} does
   * @throws StageStoppedException as {@link #ask} does
   */
  public void askSample(PromptBatch batch, int count) {
    Dataset<Call> calls = calls(batch);
    String last =
        calls
            .select("key")
            .distinct()
            .orderBy("key")
            .limit(count)
            .agg(functions.max("key"))
            .as(Encoders.STRING())
            .head();
    Dataset<Prompt> sample =
        calls.filter(col("key").leq(last)).select("id", "sample", "messages").as(Prompt.ENCODER);
    ask(batch.about(sample, count));
  }

  /** What it would take to ask what is still to be asked; sends nothing and writes nothing. */
  public Estimate estimate(PromptBatch batch) {
    Estimates estimates = new Estimates(batch, config.model().price(), journal(batch), retryFailed);
    return estimates.of(calls(batch));
  }

  private Journal journal(PromptBatch batch) {
    return new Journal(spark, workspace, batch.stage());
  }

  private Dataset<Call> calls(PromptBatch batch) {
    return batch.prompts().map(CallIdentity.of(config.model(), batch.sampling()), Call.ENCODER);
  }

  /**
   * The calls that the journal does not know, for as many tasks as there are slots. A task sorts
   * part after part of its calls, so that it never holds all of them.
   */
  private Dataset<Call> notAskedYet(Dataset<Call> calls, long count, Journal journal) {
    int parts = Parts.of(spark, count);
    Dataset<Row> answered = journal.completions().select("key");
    Dataset<Row> done =
        retryFailed || !journal.hasFailures()
            ? answered
            : answered.union(journal.failures().select("key"));
    return calls
        .repartition(parts, col("key"))
        .hint("merge")
        .join(done.repartition(parts, col("key")), "key", "left_anti")
        .sortWithinPartitions("key")
        .coalesce(Parts.tasks(spark))
        .as(Call.ENCODER);
  }

  private void requireFewFailures(String stage, Dataset<Call> calls, Journal journal) {
    if (!journal.hasFailures()) {
      return;
    }

    Dataset<Row> keys = calls.select("key").distinct();
    Dataset<Row> failed = journal.failures().join(keys, "key");
    long failedCalls = failed.count();
    long all = keys.count();
    if (failedCalls > config.calls().maxFailureRatio() * all) {
      throw new StageStoppedException(
          StageStoppedException.Reason.TOO_MANY_FAILURES,
          ("%s: no more than %s of the calls may fail (calls.max-failure-ratio): %,d of %,d did, %s;"
                  + " run again with --retry-failed to ask these again")
              .formatted(
                  stage,
                  config.calls().maxFailureRatio(),
                  failedCalls,
                  all,
                  Spent.on(journal).failuresByCause()));
    }
  }

  /** A row for each prompt: its completion, or else its failure. */
  private static Dataset<Answer> answers(Dataset<Call> calls, Journal journal) {
    Dataset<Completion> completions = journal.completions();
    Dataset<CallFailure> failures = journal.failures();
    Dataset<Row> ends =
        completions
            .select(
                col("key"),
                functions.struct(col("*")).as("completion"),
                functions.lit(null).cast(CallFailure.ENCODER.schema()).as("failure"))
            .union(
                failures.select(
                    col("key"),
                    functions.lit(null).cast(Completion.ENCODER.schema()).as("completion"),
                    functions.struct(col("*")).as("failure")));
    return calls
        .select("key", "id", "sample")
        .join(ends, "key")
        .select("id", "sample", "completion", "failure")
        .as(Answer.ENCODER);
  }
}
