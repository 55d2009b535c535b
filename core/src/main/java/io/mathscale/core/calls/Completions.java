package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.CutAnswers;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.workspace.Workspace;
import org.apache.spark.sql.Dataset;
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
  private final MathscaleConfig config;
  private final String stage;
  private final boolean retryFailed;
  private final CutAnswers cutAnswers;
  private final Journal journal;

  private Completions(
      SparkSession spark,
      MathscaleConfig config,
      String stage,
      boolean retryFailed,
      CutAnswers cutAnswers,
      Journal journal) {
    this.spark = spark;
    this.config = config;
    this.stage = stage;
    this.retryFailed = retryFailed;
    this.cutAnswers = cutAnswers;
    this.journal = journal;
  }

  /** The door of a stage, to which an answer that was cut at max-tokens is a failed call. */
  public static Completions of(
      SparkSession spark,
      Workspace workspace,
      MathscaleConfig config,
      String stage,
      boolean retryFailed) {
    Journal journal = new Journal(spark, workspace, stage);
    return new Completions(spark, config, stage, retryFailed, CutAnswers.FAIL, journal);
  }

  /**
   * The same door for a stage that can use an answer as far as it goes: a cut one is a completion
   * whose finish reason is {@code length}.
   */
  public Completions keepingCutAnswers() {
    return new Completions(spark, config, stage, retryFailed, CutAnswers.KEEP, journal);
  }

  /**
   * Asks the model what it was not asked before.
   *
   * @throws ConfigException when the model or its key is not configured
   * @throws StageStoppedException when the budget is reached, too many calls failed, or the service
   *     refused us; what was answered is kept
   */
  public Answers ask(Dataset<Prompt> prompts, Sampling sampling) {
    ModelConfig model = config.model();
    model.requireReady();
    Credentials credentials =
        new CredentialsReader(System::getenv, spark.sparkContext().hadoopConfiguration())
            .read(model, model.headers());

    journal.compact();
    Dataset<Call> calls = prompts.map(CallIdentity.of(model, sampling), Call.ENCODER);
    new StageRun(spark, config, stage, journal)
        .ask(notAskedYet(calls), sampling, cutAnswers, credentials);
    journal.compact();
    requireFewFailures(calls);
    return new Answers(answers(calls), Spent.on(journal));
  }

  /** The calls that the journal does not know, in as many parts as there are slots for tasks. */
  private Dataset<Call> notAskedYet(Dataset<Call> calls) {
    int slots = spark.sparkContext().defaultParallelism();
    Dataset<Row> answered = journal.completions().select("key");
    Dataset<Row> done =
        retryFailed || !journal.hasFailures()
            ? answered
            : answered.union(journal.failures().select("key"));
    return calls
        .repartition(slots, col("key"))
        .hint("merge")
        .join(done.repartition(slots, col("key")), "key", "left_anti")
        .sortWithinPartitions("key")
        .as(Call.ENCODER);
  }

  private void requireFewFailures(Dataset<Call> calls) {
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
  private Dataset<Answer> answers(Dataset<Call> calls) {
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
