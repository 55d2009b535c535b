package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.SolveConfig;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.replies.FreshSolution;
import io.mathscale.generator.sampling.RoundRows;
import io.mathscale.generator.solve.AskTries;
import io.mathscale.generator.solve.GradeTry;
import io.mathscale.generator.solve.SolutionTry;
import io.mathscale.generator.solve.SolveQuestion;
import io.mathscale.generator.solve.SolveRule;
import io.mathscale.generator.solve.SolvedQuestion;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;

/**
 * Asks a model for solutions, round after round, until the rule has ended for every question. What
 * the journal holds is not asked again, so a stopped run goes through the same rounds without cost.
 */
final class SolveRounds implements AutoCloseable {
  private final String stage;
  private final Optional<ModelConfig> model;
  private final String name;
  private final Dataset<SeedQuestion> questions;
  private final SolveConfig config;
  private final SolveRule rule;
  private final PromptTemplate template;
  private final RoundRows<SolutionTry> tries;
  private Manifest.Calls calls = Manifest.Calls.NONE;

  /**
   * Rounds that begin.
   *
   * @param stage the command that asks
   * @param model the model that is asked; empty for that of the configuration
   * @param name of the model, whichever is asked
   * @param workspace where what they bring is written aside
   * @param questions with known answers; looked at in each round
   */
  SolveRounds(
      String stage,
      Optional<ModelConfig> model,
      String name,
      Workspace workspace,
      Dataset<SeedQuestion> questions,
      SolveConfig config,
      PromptTemplate template) {
    this.stage = stage;
    this.model = model;
    this.name = name;
    this.questions = questions;
    this.config = config;
    this.rule = SolveRule.of(config);
    this.template = template;
    this.tries =
        new RoundRows<>(workspace, family(), questions.sparkSession(), SolutionTry.ENCODER);
  }

  private String family() {
    return batch(questions.sparkSession().emptyDataset(Prompt.ENCODER), 0).family();
  }

  /** The next prompts; none when the rule has ended for every question. */
  PromptBatch next() {
    Dataset<Prompt> prompts = AskTries.next(questions, tries.rows(), rule, template);
    return batch(prompts, prompts.count());
  }

  private PromptBatch batch(Dataset<Prompt> prompts, long count) {
    PromptBatch batch =
        PromptBatch.of(stage, prompts, count, Sampling.of(config.temperature(), config.maxTokens()))
            .madeWith("solve.prompt", template.version())
            .checkedBy(content -> !FreshSolution.isUseless(content))
            .keepingTruncatedAnswers()
            .asPart();
    return model.map(batch::askedOf).orElse(batch);
  }

  /**
   * Asks until nothing is left to ask.
   *
   * @param door asks a batch
   */
  void ask(Function<PromptBatch, CallResults> door) {
    for (PromptBatch batch = next(); batch.count() > 0; batch = next()) {
      try (CallResults answers = door.apply(batch)) {
        tries.add(GradeTry.of(answers.rows(), questions, template.version()));
        calls = answers.calls();
      }
    }
  }

  /** How many questions there are. */
  long questions() {
    return questions.count();
  }

  /** The most tries that there may be. */
  long most() {
    return questions() * rule.maxTries();
  }

  /** A row for each question, when all was asked. */
  Dataset<SolvedQuestion> solved() {
    return SolveQuestion.of(questions, tries.rows(), rule, stage, name);
  }

  /** The tries that count as none. */
  Dataset<Rejected> unread() {
    return SolveQuestion.unread(tries.rows(), stage, name);
  }

  /** The calls of the stage, over all its runs. */
  Manifest.Calls calls() {
    return calls;
  }

  /** Releases the tries. */
  @Override
  public void close() {
    tries.close();
  }
}
