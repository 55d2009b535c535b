package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.GenerateConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.List;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the teacher write new pairs for compositions of concepts (paper, section 3.3). */
@Command(name = Generate.NAME, description = "Generates pairs from compositions.")
final class Generate implements Stage {
  static final String NAME = "generate";

  @Mixin private final CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    GenerationPrompts.require(PromptTemplate.load(config.generate().prompt()));
    options.check(config);
  }

  @Override
  public void run(Run run) {
    Workspace workspace = run.workspace();
    workspace.requireWritable();
    GenerateConfig config = run.config().generate();
    PromptTemplate template = PromptTemplate.load(config.prompt());
    Dataset<Composition> compositions = workspace.read(Tables.COMPOSITIONS);
    Dataset<SeedQuestion> seeds = workspace.read(Tables.SEEDS);
    PromptBatch batch =
        PromptBatch.of(
            NAME,
            GenerationPrompts.from(
                ShownCompositions.of(compositions, seeds), template, config.samples()),
            compositions.count() * config.samples(),
            Sampling.of(config.temperature(), config.maxTokens()));
    if (options.isPreview()) {
      options.preview(run, batch);
      return;
    }

    try (CallResults answers = options.ask(run, batch);
        Cached<Generation> generations =
            Cached.of(Generations.of(answers.rows(), compositions, template.version()))) {
      write(
          run,
          generations.rows(),
          run.stamp(List.of(Tables.COMPOSITIONS, Tables.SEEDS), answers.calls()));
    }
  }

  private static void write(Run run, Dataset<Generation> generations, Stamp stamp) {
    Dataset<Rejected> rejected =
        generations.where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER);
    Dataset<GeneratedPair> pairs =
        generations.where(col("pair").isNotNull()).select("pair.*").as(GeneratedPair.ENCODER);
    run.workspace().write(Tables.rejectedBy(NAME), rejected, stamp);
    Manifest written = run.workspace().write(Tables.PAIRS, pairs, stamp);
    run.say(
        "generate: %,d pairs; rejected: %s".formatted(written.rows(), RejectedCounts.of(rejected)));
  }
}
