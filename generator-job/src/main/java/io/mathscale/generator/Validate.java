package io.mathscale.generator;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Validation;
import io.mathscale.core.judge.JudgedSolution;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.quality.QualityRules;
import io.mathscale.generator.refine.SoundPairs;
import io.mathscale.generator.validate.RejectedVotes;
import io.mathscale.generator.validate.ValidatePair;
import io.mathscale.generator.validate.ValidationCounts;
import java.util.ArrayList;
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

  private static final String MODELS = "validate.models";
  private static final String JUDGES = "judge.models";

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
      options.check(config, models(config));
      checkJudges(config);
    }
  }

  private void checkJudges(MathscaleConfig config) {
    if (!config.validate().judged()) {
      return;
    }

    if (config.judge().models().isEmpty()) {
      throw new ConfigException(JUDGES + " must name at least one model with validate.judged: []");
    }

    options.check(config, judges(config));
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    if (isLeftOut(config)) {
      return;
    }

    PromptTemplate.load("validate.prompt", config.validate().prompt())
        .requireQuestion("validate.prompt");
    Refine.prompt(config);
    if (config.validate().judged()) {
      JudgedSolution.require(
          "judge.prompt", PromptTemplate.load("judge.prompt", config.judge().prompt()));
    }
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    if (isLeftOut(config)) {
      return List.of();
    }

    List<AskedModels> asked = new ArrayList<>(options.asked(models(config)));
    if (config.validate().judged()) {
      asked.addAll(options.asked(judges(config)));
    }

    return asked;
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families(FAMILY);
  }

  private boolean isLeftOut(MathscaleConfig config) {
    return isOptional && config.validate().models().isEmpty();
  }

  /** All models that it asks where it is a part of another command, judges included. */
  static List<AskedModels> allModels(MathscaleConfig config) {
    AskedModels solvers = new AskedModels(MODELS, config.validate().models());
    return config.validate().judged() && !solvers.models().isEmpty()
        ? List.of(solvers, judges(config))
        : List.of(solvers);
  }

  private static AskedModels judges(MathscaleConfig config) {
    return new AskedModels(JUDGES, config.judge().models());
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
    int ofEach = 1 + (config.maxSolutions() - 1) / models.models().size();
    Sampling.of(config.temperature(), config.maxTokens())
        .copiesWarning(ofEach, "validate.max-solutions")
        .ifPresent(warning -> context.say("validate: " + warning));
    Dataset<GeneratedPair> pairs =
        SoundPairs.of(
            workspace.read(Tables.PAIRS),
            QualityRules.of(context.config().refine(), Refine.prompt(context.config())));
    try (ValidationRounds rounds =
        new ValidationRounds(
            NAME, workspace, pairs, models, config, PromptTemplate.load(config.prompt()))) {
      if (options.isPreview()) {
        preview(context, rounds, pairs, models);
        previewJudges(context, rounds, pairs);
        return;
      }

      rounds.ask(batch -> options.ask(context, batch));
      if (config.judged()) {
        judge(context, rounds, pairs);
      } else {
        write(
            context,
            ValidatePair.of(rounds.pairs(), config).select("validation.*").as(Validation.ENCODER),
            RejectedVotes.of(rounds.votes()),
            rounds.calls());
      }
    }
  }

  private void judge(StageContext context, ValidationRounds rounds, Dataset<GeneratedPair> pairs) {
    try (ValidationJudges judges = judges(context, rounds, pairs)) {
      judges.ask(batch -> options.ask(context, batch));
      write(
          context,
          judges.validations(),
          RejectedVotes.of(rounds.votes()).union(judges.rejected()),
          rounds.calls().plus(judges.calls()));
    }
  }

  private static ValidationJudges judges(
      StageContext context, ValidationRounds rounds, Dataset<GeneratedPair> pairs) {
    return new ValidationJudges(
        ValidatePair.of(rounds.pairs(), context.config().validate()), pairs, context.config());
  }

  /** How many rounds follow depends on the answers. */
  private void preview(
      StageContext context,
      ValidationRounds rounds,
      Dataset<GeneratedPair> pairs,
      AskedModels models) {
    if (options.isEstimate()) {
      ValidationEstimate estimate = new ValidationEstimate(context, options);
      if (context.config().validate().judged()) {
        try (ValidationJudges judges = judges(context, rounds, pairs)) {
          estimate.print(rounds, Optional.of(judges));
        }
      } else {
        estimate.print(rounds, Optional.empty());
      }

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

  /** Which further pairs judges are asked about depends on the votes. */
  private void previewJudges(
      StageContext context, ValidationRounds rounds, Dataset<GeneratedPair> pairs) {
    MathscaleConfig config = context.config();
    if (!config.validate().judged()) {
      return;
    }

    context.say(
        "validate: judges are asked about pairs without an answer to vote on; those that votes leave"
            + " open, and up to %d that votes decide (judge.check), are asked about as well"
                .formatted(config.judge().check()));
    try (ValidationJudges judges = judges(context, rounds, pairs)) {
      for (ModelConfig judge : config.judge().models()) {
        PromptBatch batch = judges.batch(judge);
        if (batch.count() > 0) {
          options.preview(context, batch);
        }
      }
    }
  }

  private static void write(
      StageContext context,
      Dataset<Validation> validations,
      Dataset<Rejected> useless,
      Manifest.Calls calls) {
    WriteMetadata metadata = context.metadata(List.of(Tables.PAIRS), calls);
    TableTransaction tables = context.workspace().begin();
    Manifest rejected = tables.write(Tables.rejectedBy(NAME), useless, metadata);
    tables.write(Tables.VALIDATIONS, validations, metadata);
    tables.publish();
    long pairs = context.workspace().manifest(Tables.PAIRS.name()).orElseThrow().rows();
    ValidationCounts counts = ValidationCounts.of(context.workspace().read(Tables.VALIDATIONS));
    context.say("validate: " + counts.text(pairs, rejected.counts()));
  }
}
