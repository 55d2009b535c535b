package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.JudgeConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Validation;
import io.mathscale.core.judge.JudgeReply;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.generator.validate.JudgePair;
import io.mathscale.generator.validate.JudgeVote;
import io.mathscale.generator.validate.PairForJudges;
import io.mathscale.generator.validate.ReadJudgeVote;
import io.mathscale.generator.validate.RejectedVotes;
import io.mathscale.generator.validate.VotedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Asks judges about pairs that votes leave open, and about some that votes decide. */
final class ValidationJudges implements AutoCloseable {
  /** Of the calls; that of {@code validate} begins it, so that they count as calls for rows. */
  static final String STAGE = Validate.NAME + "-judge";

  private final JudgeConfig config;
  private final Dataset<GeneratedPair> pairs;
  private final Cached<VotedPair> voted;
  private final Cached<PairForJudges> asked;
  private final List<CallResults> replies = new ArrayList<>();
  private Dataset<JudgeVote> votes;
  private Manifest.Calls calls = Manifest.Calls.NONE;

  /**
   * Judges that were not asked.
   *
   * @param voted pairs with what the votes say
   * @param pairs the same pairs with their texts
   */
  ValidationJudges(Dataset<VotedPair> voted, Dataset<GeneratedPair> pairs, MathscaleConfig config) {
    this.config = config.judge();
    this.pairs = pairs;
    this.voted = Cached.of(voted);
    this.asked =
        Cached.of(
            PairForJudges.of(this.voted.rows(), pairs, config.judge().check(), config.seed()));
    this.votes = voted.sparkSession().emptyDataset(JudgeVote.ENCODER);
  }

  /** Asks each of them about each pair. */
  void ask(Function<PromptBatch, CallResults> door) {
    for (ModelConfig judge : config.models()) {
      PromptBatch batch = batch(judge);
      if (batch.count() > 0) {
        CallResults ofJudge = door.apply(batch);
        replies.add(ofJudge);
        calls = calls.plus(ofJudge.calls());
        votes = votes.union(ReadJudgeVote.of(ofJudge.rows(), asked.rows(), judge.name()));
      }
    }
  }

  /** What a judge is asked. */
  PromptBatch batch(ModelConfig judge) {
    return batch(judge, asked.rows(), asked.rows().count());
  }

  /** What a judge would be asked about each of the pairs. */
  PromptBatch batchOfAll(ModelConfig judge) {
    return batch(judge, PairForJudges.all(pairs), pairs.count());
  }

  private PromptBatch batch(ModelConfig judge, Dataset<PairForJudges> about, long count) {
    PromptTemplate template = PromptTemplate.load(config.prompt());
    MapFunction<PairForJudges, Prompt> ask =
        pair -> new Prompt(pair.id(), 0, pair.solution().prompt(template));
    return PromptBatch.of(
            STAGE,
            about.map(ask, Prompt.ENCODER),
            count,
            new Sampling(config.temperature(), 1, config.maxTokens(), List.of(), ""))
        .checkedBy(JudgeReply::isReadable)
        .madeWith("judge.prompt", template.version())
        .askedOf(judge);
  }

  /** What votes and judges say of each pair. */
  Dataset<Validation> validations() {
    return JudgePair.of(voted.rows(), votes, config.models().size());
  }

  /** The replies that give no verdict. */
  Dataset<Rejected> rejected() {
    return RejectedVotes.ofJudges(votes);
  }

  /** The calls to all judges, over all runs. */
  Manifest.Calls calls() {
    return calls;
  }

  /** Releases pairs and replies. */
  @Override
  public void close() {
    replies.forEach(CallResults::close);
    asked.close();
    voted.close();
  }
}
