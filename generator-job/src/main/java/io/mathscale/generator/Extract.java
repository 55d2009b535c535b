package io.mathscale.generator;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ExtractConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.examples.ExampleSeeds;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.benchmark.BenchmarkChoice;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import io.mathscale.generator.prompts.ExtractionPrompts;
import io.mathscale.generator.replies.ConceptsReply;
import io.mathscale.generator.replies.Extractions;
import io.mathscale.generator.seeds.SeedFile;
import io.mathscale.generator.seeds.SeedFileLines;
import io.mathscale.generator.seeds.SeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
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
    options.check(config);
    requireNoConcepts(config);
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    ExtractionPrompts.require(PromptTemplate.load("extract.prompt", config.extract().prompt()));
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    return options.asked(AskedModels.only(config.model()));
  }

  /** With them build would refuse what a model was paid for. */
  private void requireNoConcepts(MathscaleConfig config) {
    String concepts = config.build().concepts();
    if (!concepts.isBlank() && !options.isPreview()) {
      throw new ConfigException(
          "build.concepts must be empty where extract asks a model for concepts: "
              + concepts
              + "; with concepts of your own run build, compose and what follows, without extract");
    }
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    List<UserFiles> files = new ArrayList<>(List.of(SeedInput.files(config.seeds())));
    if (config.seeds().decontaminate()) {
      files.addAll(BenchmarkChoice.filesOf(config));
    }

    return files;
  }

  @Override
  public void check(SparkSession spark, MathscaleConfig config) {
    SeedInput.requireFields(spark, config.seeds());
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families("concepts");
  }

  @Override
  public void run(StageContext context) {
    context.workspace().requireWritable();
    PromptTemplate template = PromptTemplate.load(context.config().extract().prompt());
    SeedsConfig seeds = context.config().seeds();
    ConfiguredBenchmark benchmark =
        seeds.decontaminate()
            ? ConfiguredBenchmark.of(context.spark(), context.workspace(), context.config())
            : ConfiguredBenchmark.NONE;
    try (SeedInput input = SeedInput.read(context.spark(), seeds, benchmark, NAME);
        Cached<Rejected> badSeeds = Cached.of(input.rejected())) {
      tell(context, benchmark, input, badSeeds.rows());
      if (options.isPreview()) {
        options.preview(context, batch(context.config(), input.seeds(), input.count(), template));
        return;
      }

      TableTransaction tables = context.workspace().begin();
      long count = writeSeeds(context, tables, input, benchmark.inputs());
      input.release(); // The calls may take days.
      extract(context, tables, count, template, badSeeds.rows());
    }
  }

  /**
   * Writes the seeds, which are published with their concepts; the rows that are none are written
   * with the other rejected rows.
   */
  private static long writeSeeds(
      StageContext context, TableTransaction tables, SeedInput input, List<Table<?>> inputs) {
    return tables.write(Tables.SEEDS, input.seeds(), context.metadata(inputs)).rows();
  }

  private static void tell(
      StageContext context,
      ConfiguredBenchmark benchmark,
      SeedInput input,
      Dataset<Rejected> badSeeds) {
    if (!benchmark.warning().isEmpty()) {
      context.say(NAME + ": " + benchmark.warning());
    }

    SeedFileLines.of(input.files()).forEach(line -> context.say(NAME + ": " + line));
    context.say(
        "extract: %,d seeds read from %s; rejected: %s"
            .formatted(
                input.count(), context.config().seeds().path(), RejectedCounts.of(badSeeds)));
    long conflicts = input.files().stream().mapToLong(SeedFile::withOtherAnswers).sum();
    if (conflicts > 0) {
      context.say(
          "extract: to %,d seeds other rows give another answer (column otherAnswers)"
              .formatted(conflicts));
    }

    ExampleSeeds.of(context.config()).warning(NAME, input.seeds()).ifPresent(context::say);
  }

  private void extract(
      StageContext context,
      TableTransaction tables,
      long count,
      PromptTemplate template,
      Dataset<Rejected> badSeeds) {
    Dataset<SeedQuestion> seeds = tables.read(Tables.SEEDS);
    try (CallResults answers =
            options.ask(context, batch(context.config(), seeds, count, template));
        SplitRows<ExtractedConcepts> extractions =
            SplitRows.of(
                Extractions.of(answers.rows(), seeds, template.version()),
                ExtractedConcepts.ENCODER)) {
      tables.write(
          Tables.rejectedBy(NAME),
          badSeeds.union(extractions.rejected()),
          context.metadata(List.of(Tables.SEEDS)));
      tables.write(
          Tables.CONCEPTS,
          extractions.good(),
          context.metadata(List.of(Tables.SEEDS), answers.calls()));
      tables.publish();
      SplitRows.Counts counts = extractions.counts();
      context.say(
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
            new Sampling(extract.temperature(), 1, extract.maxTokens(), List.of(), schema))
        .madeWith("extract.prompt", template.version())
        .checkedBy(content -> !ConceptsReply.read(content).isUseless());
  }
}
