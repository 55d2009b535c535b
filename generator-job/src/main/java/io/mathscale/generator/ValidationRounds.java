package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.replies.FreshSolution;
import io.mathscale.generator.sampling.RoundRows;
import io.mathscale.generator.validate.AskVotes;
import io.mathscale.generator.validate.AskedPair;
import io.mathscale.generator.validate.FreshVote;
import io.mathscale.generator.validate.ReadVote;
import io.mathscale.generator.validate.StoppingRule;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;

/**
 * Asks for fresh solutions, round after round, until the votes on every pair are decided. What the
 * journal holds is not asked again, so a stopped run goes through the same rounds without cost.
 */
final class ValidationRounds implements AutoCloseable {
  private final String stage;
  private final Cached<AskedPair> pairs;
  private final AskedModels models;
  private final ValidateConfig config;
  private final StoppingRule rule;
  private final PromptTemplate template;
  private final RoundRows<FreshVote> votes;
  private final SortedMap<String, Manifest.Calls> calls = new TreeMap<>();

  /**
   * Rounds that begin.
   *
   * @param stage under which the answers are kept
   * @param workspace where the votes are written aside
   * @param pairs whose questions are asked, where they have an answer
   */
  ValidationRounds(
      String stage,
      Workspace workspace,
      Dataset<GeneratedPair> pairs,
      AskedModels models,
      ValidateConfig config,
      PromptTemplate template) {
    this.stage = stage;
    this.pairs = Cached.of(AskedPair.of(pairs));
    this.models = models;
    this.config = config;
    this.rule = StoppingRule.of(config);
    this.template = template;
    this.votes = new RoundRows<>(workspace, stage, pairs.sparkSession(), FreshVote.ENCODER);
  }

  /** Asks until the votes on every pair are decided. */
  void ask(Function<PromptBatch, CallResults> door) {
    Cached<AskedPair> open = Cached.of(open(pairs.rows()));
    try {
      long[] counts = counts(open.rows());
      while (Arrays.stream(counts).sum() > 0) {
        int asked = votes.count();
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] > 0) {
            ask(batch(open.rows(), i, counts[i]), models.models().get(i), open.rows(), door);
          }
        }

        Cached<AskedPair> before = open;
        open = Cached.of(open(AskedPair.with(votes.rowsFrom(asked), before.rows())));
        // Looks at all of them, so that those before are not needed any more.
        counts = counts(open.rows());
        before.close();
      }
    } finally {
      open.close();
    }
  }

  private long[] counts(Dataset<AskedPair> open) {
    return AskVotes.counts(open, rule, models.models().size());
  }

  private void ask(
      PromptBatch batch,
      ModelConfig model,
      Dataset<AskedPair> open,
      Function<PromptBatch, CallResults> door) {
    try (CallResults answers = door.apply(batch)) {
      votes.add(ReadVote.of(answers.rows(), open, model.name()));
      calls.put(batch.family(), answers.calls());
    }
  }

  /**
   * What is asked of a model next.
   *
   * @param model its place among the models
   */
  PromptBatch next(int model) {
    Dataset<AskedPair> open = open(pairs());
    return batch(open, model, counts(open)[model]);
  }

  /**
   * What is asked of a model at its first turn, one fresh solution of each pair.
   *
   * @param model its place among the models
   */
  PromptBatch first(int model) {
    Dataset<Prompt> prompts = AskVotes.first(pairs.rows(), template, model);
    return batchOf(prompts, model, prompts.count());
  }

  private PromptBatch batch(Dataset<AskedPair> open, int model, long count) {
    return batchOf(AskVotes.of(open, rule, template, model, models.models().size()), model, count);
  }

  private PromptBatch batchOf(Dataset<Prompt> prompts, int model, long count) {
    return PromptBatch.of(
            stage, prompts, count, Sampling.of(config.temperature(), config.maxTokens()))
        .madeWith("validate.prompt", template.version())
        .checkedBy(content -> !FreshSolution.isUseless(content))
        .keepingTruncatedAnswers()
        .asPart()
        .askedOf(models.models().get(model));
  }

  /** Those of the pairs whose votes are not decided. */
  private Dataset<AskedPair> open(Dataset<AskedPair> asked) {
    StoppingRule stopping = rule;
    FilterFunction<AskedPair> isOpen = stopping::isOpen;
    return asked.filter(isOpen);
  }

  /** How many models take turns. */
  int models() {
    return models.models().size();
  }

  /** All pairs with the fresh solutions that were asked for. */
  Dataset<AskedPair> pairs() {
    return AskedPair.with(votes.rows(), pairs.rows());
  }

  /** All fresh solutions that were asked for. */
  Dataset<FreshVote> votes() {
    return votes.rows();
  }

  /** The calls to all models, over all runs. */
  Manifest.Calls calls() {
    return calls.values().stream().reduce(Manifest.Calls.NONE, Manifest.Calls::plus);
  }

  /** Releases the pairs and their votes. */
  @Override
  public void close() {
    votes.close();
    pairs.close();
  }
}
