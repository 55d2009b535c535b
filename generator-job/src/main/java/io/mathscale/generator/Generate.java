package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.GenerateConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.examples.ExampleSeeds;
import io.mathscale.core.examples.SolvedSeeds;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.workspace.Lineage;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.prompts.CompositionPrompts;
import io.mathscale.generator.prompts.GenerationPrompts;
import io.mathscale.generator.prompts.MissingExamples;
import io.mathscale.generator.replies.Generations;
import io.mathscale.generator.replies.PairReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the teacher write new pairs for compositions of concepts (paper, section 3.3). */
@Command(name = Generate.NAME, description = "Generates pairs from compositions.")
final class Generate implements Stage {
  static final String NAME = "generate";

  @Mixin private final CallOptions options;

  Generate() {
    this(new CallOptions());
  }

  /** A part of another command, which asks as that one's options say. */
  Generate(CallOptions options) {
    this.options = options;
  }

  @Override
  public void check(MathscaleConfig config) {
    options.check(config);
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    GenerationPrompts.require(PromptTemplate.load("generate.prompt", config.generate().prompt()));
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    return options.asked(AskedModels.only(config.model()));
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families(NAME);
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    run(context, workspace.read(Tables.COMPOSITIONS), rows(workspace, Tables.COMPOSITIONS));
  }

  /** Generates pairs from some of the compositions, which are so many. */
  void run(StageContext context, Dataset<Composition> compositions, long count) {
    Workspace workspace = context.workspace();
    workspace.requireWritable();
    GenerateConfig config = context.config().generate();
    PromptTemplate template = PromptTemplate.load(config.prompt());
    SolvedSeeds solvedSeeds = SolvedSeeds.in(workspace, context.config());
    Dataset<SeedQuestion> seeds = solvedSeeds.rows();
    List<Table<?>> inputs = new ArrayList<>(List.of(Tables.COMPOSITIONS));
    inputs.addAll(solvedSeeds.inputs());
    tellMissingExamples(context, compositions, count, seeds);
    ExampleSeeds.of(context.config()).warning(NAME, seeds).ifPresent(context::say);
    GenerateConfig.Answers answersWanted = config.finalAnswer();
    PromptBatch batch =
        PromptBatch.of(
                NAME,
                GenerationPrompts.from(
                    CompositionPrompts.of(compositions, seeds), template, config.samples()),
                count * config.samples(),
                Sampling.of(config.temperature(), config.maxTokens()))
            .madeWith("generate.prompt", template.version())
            .checkedBy(content -> !PairReply.read(content, answersWanted).isUseless());
    batch
        .sampling()
        .copiesWarning(config.samples(), "generate.samples")
        .ifPresent(warning -> context.say("generate: " + warning));
    if (options.isPreview()) {
      options.preview(context, batch);
      return;
    }

    try (CallResults answers = options.ask(context, batch)) {
      SplitRows.Written written =
          SplitRows.write(
              workspace,
              Generations.of(answers.rows(), compositions, template.version(), answersWanted),
              Tables.PAIRS,
              NAME,
              context.metadata(inputs, answers.calls()));
      context.say(
          "generate: %,d pairs; rejected: %s"
              .formatted(written.good().rows(), written.counts().reasons()));
    }
  }

  /** Compositions made from older concepts may name seeds that stand no more. */
  private static void tellMissingExamples(
      StageContext context,
      Dataset<Composition> compositions,
      long count,
      Dataset<SeedQuestion> seeds) {
    Lineage lineage = new Lineage(context.workspace());
    String table = Tables.COMPOSITIONS.name();
    if (lineage.isKnown(table) && lineage.stale(table).isEmpty()) {
      return;
    }

    long missing = MissingExamples.count(compositions, seeds);
    if (missing > 0) {
      int samples = context.config().generate().samples();
      context.say(
          "generate: %,d of %,d prompts have no example: the seeds that their compositions name are not in table seeds; run build, compose to make the compositions anew"
              .formatted(missing * samples, count * samples));
    }
  }

  private static long rows(Workspace workspace, Table<?> table) {
    return workspace.manifest(table.name()).orElseThrow().rows();
  }
}
