package io.mathscale.generator;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Validation;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.prompts.SolutionPrompts;
import io.mathscale.generator.quality.QualityRules;
import io.mathscale.generator.refine.SoundPairs;
import io.mathscale.generator.validate.ExpectedVotes;
import io.mathscale.generator.validate.RejectedVotes;
import io.mathscale.generator.validate.StoppingRule;
import io.mathscale.generator.validate.ValidatePair;
import io.mathscale.generator.validate.ValidationCounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Has models solve the question of each pair anew, and tells from their votes whether its answer is
 * right (paper, section 3.4, tried one solution of a stronger model).
 */
@Command(name = Validate.NAME, description = "Validates pairs by fresh solutions.")
final class Validate implements Stage {
  static final String NAME = "validate";

  /** The tables that it writes. */
  static final String FAMILY = "validations";

  /** Where the models stand in the configuration. */
  static final String MODELS = "validate.models";

  @Mixin private final CallOptions options;

  /** Whether nothing is done where no models are listed. */
  private final boolean isOptional;

  Validate() {
    this(new CallOptions(), false);
  }

  private Validate(CallOptions options, boolean isOptional) {
    this.options = options;
    this.isOptional = isOptional;
  }

  /** A part of another command: it does nothing where no models are listed. */
  static Validate optional(CallOptions options) {
    return new Validate(options, true);
  }

  @Override
  public void check(MathscaleConfig config) {
    if (!isLeftOut(config)) {
      SolutionPrompts.require("validate.prompt", PromptTemplate.load(config.validate().prompt()));
      options.check(config, models(config));
    }
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families(FAMILY);
  }

  private boolean isLeftOut(MathscaleConfig config) {
    return isOptional && config.validate().models().isEmpty();
  }

  private static AskedModels models(MathscaleConfig config) {
    return AskedModels.of(MODELS, config.validate().models(), config.model());
  }

  @Override
  public void run(StageContext context) {
    if (isLeftOut(context.config())) {
      return;
    }

    Workspace workspace = context.workspace();
    workspace.requireWritable();
    ValidateConfig config = context.config().validate();
    AskedModels models = models(context.config());
    Dataset<GeneratedPair> pairs =
        SoundPairs.of(
            workspace.read(Tables.PAIRS),
            QualityRules.of(context.config().refine(), Refine.prompt(context.config())));
    try (ValidationRounds rounds =
        new ValidationRounds(
            NAME, workspace, pairs, models, config, PromptTemplate.load(config.prompt()))) {
      if (options.isPreview()) {
        preview(context, rounds, models);
        return;
      }

      rounds.ask(batch -> options.ask(context, batch));
      write(context, rounds);
    }
  }

  /** How many rounds follow depends on the answers. */
  private void preview(StageContext context, ValidationRounds rounds, AskedModels models) {
    if (options.isEstimate()) {
      estimate(context, rounds, models.models().size());
      return;
    }

    context.say(
        "validate: this is the first round; pairs that it leaves undecided are asked again, up to"
            + " %d times in all (validate.max-solutions)"
                .formatted(context.config().validate().maxSolutions()));
    for (int model = 0; model < models.models().size(); model++) {
      PromptBatch batch = rounds.next(model);
      if (batch.count() > 0) {
        options.preview(context, batch);
      }
    }
  }

  private void estimate(StageContext context, ValidationRounds rounds, int models) {
    StoppingRule rule = StoppingRule.of(context.config().validate());
    ExpectedVotes votes = expected(context, rule);
    context.say("validate: of each model the first fresh solution of each pair:");
    WholeBill bill = WholeBill.NONE;
    for (int model = 0; model < Math.min(models, rule.most()); model++) {
      PromptBatch first = rounds.first(model);
      long turns = (rule.most() - model + models - 1L) / models;
      bill =
          bill.plus(
              WholeBill.of(
                  options.estimate(context, first),
                  first.count() * votes.ofModel(model, models),
                  (double) first.count() * turns));
    }

    System.out.println(bill.text(NAME, votes.basis(), "validate.max-solutions"));
    System.out.flush();
  }

  private static ExpectedVotes expected(StageContext context, StoppingRule rule) {
    Workspace workspace = context.workspace();
    return (workspace.has(Tables.VALIDATIONS)
            ? ExpectedVotes.seen(workspace.read(Tables.VALIDATIONS), rule)
            : Optional.<ExpectedVotes>empty())
        .orElseGet(() -> ExpectedVotes.assumed(rule));
  }

  private static void write(StageContext context, ValidationRounds rounds) {
    WriteMetadata metadata = context.metadata(List.of(Tables.PAIRS), rounds.calls());
    TableTransaction tables = context.workspace().begin();
    Manifest rejected =
        tables.write(Tables.rejectedBy(NAME), RejectedVotes.of(rounds.votes()), metadata);
    Dataset<Validation> validations = ValidatePair.of(rounds.pairs(), context.config().validate());
    tables.write(Tables.VALIDATIONS, validations, metadata);
    tables.publish();
    long pairs = context.workspace().manifest(Tables.PAIRS.name()).orElseThrow().rows();
    ValidationCounts counts = ValidationCounts.of(context.workspace().read(Tables.VALIDATIONS));
    context.say("validate: " + counts.text(pairs, rejected.counts()));
  }
}
