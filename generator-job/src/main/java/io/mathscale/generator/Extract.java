package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.ExtractConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.prompts.ExtractionPrompts;
import io.mathscale.generator.replies.Extractions;
import io.mathscale.generator.seeds.SeedInput;
import java.util.List;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Reads the seeds and has the teacher name the topics and knowledge points of each (paper, section
 * 3.1).
 */
@Command(name = Extract.NAME, description = "Reads seed questions and extracts their concepts.")
final class Extract implements Stage {
  static final String NAME = "extract";

  @Mixin private final CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    SeedInput.requirePath(config.seeds());
    ExtractionPrompts.require(PromptTemplate.load(config.extract().prompt()));
    options.check(config);
  }

  @Override
  public void run(Run run) {
    run.workspace().requireWritable();
    PromptTemplate template = PromptTemplate.load(run.config().extract().prompt());
    try (SeedInput input = SeedInput.read(run.spark(), run.config().seeds(), NAME);
        Cached<Rejected> badSeeds = Cached.of(input.rejected())) {
      if (options.isPreview()) {
        options.preview(run, batch(run.config(), input.seeds(), input.count(), template));
        return;
      }

      writeSeeds(run, input, badSeeds.rows());
      input.release(); // The calls may take days.
      extract(run, template, badSeeds.rows());
    }
  }

  /** Writes the seeds; the rows that are none are written with the other rejected rows. */
  private static void writeSeeds(Run run, SeedInput input, Dataset<Rejected> badSeeds) {
    Manifest seeds = run.workspace().write(Tables.SEEDS, input.seeds(), run.stamp(List.of()));
    run.say(
        "extract: %,d seeds read from %s; rejected: %s"
            .formatted(seeds.rows(), run.config().seeds().path(), RejectedCounts.of(badSeeds)));
  }

  private void extract(Run run, PromptTemplate template, Dataset<Rejected> badSeeds) {
    Workspace workspace = run.workspace();
    Dataset<SeedQuestion> seeds = workspace.read(Tables.SEEDS);
    long count = workspace.manifest(Tables.SEEDS.name()).orElseThrow().rows();
    try (CallResults answers = options.ask(run, batch(run.config(), seeds, count, template));
        SplitRows<ExtractedConcepts> extractions =
            SplitRows.of(
                Extractions.of(answers.rows(), seeds, template.version()),
                ExtractedConcepts.ENCODER)) {
      workspace.write(
          Tables.rejectedBy(NAME),
          badSeeds.union(extractions.rejected()),
          run.stamp(List.of(Tables.SEEDS)));
      workspace.write(
          Tables.CONCEPTS, extractions.good(), run.stamp(List.of(Tables.SEEDS), answers.calls()));
      SplitRows.Counts counts = extractions.counts();
      run.say(
          "extract: concepts of %,d seeds; rejected: %s"
              .formatted(counts.good(), counts.reasons()));
    }
  }

  private static PromptBatch batch(
      MathscaleConfig config, Dataset<SeedQuestion> seeds, long count, PromptTemplate template) {
    ExtractConfig extract = config.extract();
    String schema = config.model().structuredOutput() ? ExtractionPrompts.JSON_SCHEMA : "";
    return PromptBatch.of(
        NAME,
        ExtractionPrompts.from(seeds, template),
        count,
        new Sampling(extract.temperature(), 1, extract.maxTokens(), List.of(), schema));
  }
}
