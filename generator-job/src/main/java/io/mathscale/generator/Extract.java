package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;

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
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
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

  private static final Table<Rejected> REJECTED = Tables.rejectedBy(NAME);

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
    try (SeedInput input = SeedInput.read(run.spark(), run.config().seeds(), NAME)) {
      if (options.isPreview()) {
        options.preview(run, batch(run.config(), input.seeds(), template));
        return;
      }

      writeSeeds(run, input);
    }

    extract(run, template);
  }

  private static void writeSeeds(Run run, SeedInput input) {
    Workspace workspace = run.workspace();
    workspace.write(REJECTED, input.rejected(), run.stamp(List.of()));
    Manifest seeds = workspace.write(Tables.SEEDS, input.seeds(), run.stamp(List.of()));
    run.say(
        "extract: %,d seeds read from %s; rejected: %s"
            .formatted(
                seeds.rows(),
                run.config().seeds().path(),
                RejectedCounts.of(workspace.read(REJECTED))));
  }

  private void extract(Run run, PromptTemplate template) {
    Workspace workspace = run.workspace();
    Dataset<SeedQuestion> seeds = workspace.read(Tables.SEEDS);
    try (CallResults answers = options.ask(run, batch(run.config(), seeds, template));
        Cached<Extraction> extractions =
            Cached.of(Extractions.of(answers.rows(), seeds, template.version()))) {
      write(run, extractions.rows(), answers);
    }
  }

  private static void write(Run run, Dataset<Extraction> extractions, CallResults answers) {
    Workspace workspace = run.workspace();
    Dataset<Rejected> refused =
        extractions.where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER);
    Dataset<ExtractedConcepts> concepts =
        extractions
            .where(col("concepts").isNotNull())
            .select("concepts.*")
            .as(ExtractedConcepts.ENCODER);
    workspace.write(
        REJECTED, workspace.read(REJECTED).union(refused), run.stamp(List.of(Tables.SEEDS)));
    Manifest written =
        workspace.write(
            Tables.CONCEPTS, concepts, run.stamp(List.of(Tables.SEEDS), answers.calls()));
    run.say(
        "extract: concepts of %,d seeds; rejected: %s"
            .formatted(written.rows(), RejectedCounts.of(refused)));
  }

  private static PromptBatch batch(
      MathscaleConfig config, Dataset<SeedQuestion> seeds, PromptTemplate template) {
    ExtractConfig extract = config.extract();
    String schema = config.model().structuredOutput() ? ExtractionPrompts.JSON_SCHEMA : "";
    return PromptBatch.of(
        NAME,
        ExtractionPrompts.from(seeds, template),
        seeds.count(),
        new Sampling(extract.temperature(), 1, extract.maxTokens(), List.of(), schema));
  }
}
