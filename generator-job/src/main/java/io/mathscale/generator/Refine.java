package io.mathscale.generator;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.GenerateConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.QualityConfig;
import io.mathscale.core.config.RefineConfig;
import io.mathscale.core.config.RefineConfig.EmbeddingAction;
import io.mathscale.core.data.AuditedQuestion;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.Validation;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Caches;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.audit.Audit;
import io.mathscale.generator.audit.AuditCounts;
import io.mathscale.generator.benchmark.BenchmarkChoice;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.meaning.EmbeddingModel;
import io.mathscale.generator.near.DuplicateCounts;
import io.mathscale.generator.near.Duplicates;
import io.mathscale.generator.quality.QualityRules;
import io.mathscale.generator.refine.Candidate;
import io.mathscale.generator.refine.Candidates;
import io.mathscale.generator.refine.ContaminationCounts;
import io.mathscale.generator.refine.Decontamination;
import io.mathscale.generator.refine.DuplicateQuestions;
import io.mathscale.generator.refine.FlagCounts;
import io.mathscale.generator.refine.RefineBooks;
import io.mathscale.generator.refine.RefinedRows;
import io.mathscale.generator.refine.ScreenedCandidate;
import io.mathscale.generator.refine.ValidationRule;
import io.mathscale.generator.rounds.RoundBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/**
 * Makes MathScaleQA of the generated pairs and the seeds' own solutions (paper, section 3.3): each
 * question once, none of the benchmark's.
 */
@Command(name = Refine.NAME, description = "Makes the training data of pairs and seeds.")
final class Refine implements Stage {
  static final String NAME = "refine";

  @Override
  public void check(MathscaleConfig config) {
    prompt(config);
    requireAnswersToVoteOn(config);
    if (config.refine().decontaminate().embeddings().action() != EmbeddingAction.OFF) {
      EmbeddingModel.requireOnClassPath("refine.decontaminate.embeddings.action");
    }
  }

  /** Without an answer a pair has no votes, and only judges can agree to it. */
  private static void requireAnswersToVoteOn(MathscaleConfig config) {
    if (config.refine().minAgreement() > 0
        && config.generate().finalAnswer() == GenerateConfig.Answers.NONE
        && !config.validate().judged()) {
      throw new ConfigException(
          "refine.min-agreement must be 0 where generate.final-answer is none and validate.judged is"
              + " false, for no pair has an answer that fresh solutions could agree to: "
              + config.refine().minAgreement());
    }
  }

  @Override
  public List<Table<?>> neededTables(MathscaleConfig config) {
    return config.refine().minAgreement() > 0 ? List.of(Tables.VALIDATIONS) : List.of();
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    return BenchmarkChoice.filesOf(config);
  }

  @Override
  public void check(SparkSession spark, MathscaleConfig config) {
    BenchmarkChoice.against(config).requireQuestions(spark);
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    workspace.requireWritable();
    RefineConfig config = context.config().refine();
    List<Table<?>> inputs = new ArrayList<>(List.of(Tables.PAIRS));
    List<Dataset<Candidate>> known = withKnownAnswers(context, inputs);
    List<BenchmarkQuestion> questions = benchmark(context, inputs);
    Audit audit = new Audit(context.spark(), context.config().seed(), config.audit());
    QualityRules rules = QualityRules.of(config, prompt(context.config()));
    try (Caches caches = new Caches(context.spark())) {
      Decontamination decontamination =
          Decontamination.with(context.spark(), caches, questions, config.decontaminate());
      Dataset<ScreenedCandidate> kept =
          caches.persist(
              RefinedRows.screened(
                  Candidates.ofPairs(workspace.read(Tables.PAIRS)),
                  validations(context, inputs),
                  known,
                  rules,
                  ValidationRule.of(context.config()),
                  decontamination));
      try (Duplicates duplicates =
          Duplicates.among(
              DuplicateQuestions.compared(
                  RefinedRows.judged(kept), RoundBounds.in(workspace, context.config().seed())),
              config.nearDuplicates().threshold(),
              config.sameTemplate())) {
        List<AuditedQuestion> audited =
            audit.of(questions, RefinedRows.judged(kept), decontamination);
        write(context, kept, duplicates, audited, context.metadata(inputs));
      }
    }
  }

  /** The seeds and the solutions, as far as they are wanted and there, with their pass rates. */
  private static List<Dataset<Candidate>> withKnownAnswers(
      StageContext context, List<Table<?>> inputs) {
    Workspace workspace = context.workspace();
    List<Dataset<Candidate>> sources = new ArrayList<>();
    if (context.config().refine().includeSeeds()) {
      inputs.add(Tables.SEEDS);
      sources.add(Candidates.ofSeeds(workspace.read(Tables.SEEDS)));
    }

    if (!hasSolutions(context)) {
      return sources;
    }

    inputs.addAll(List.of(Tables.SOLVED, Tables.PASS_RATES));
    sources.add(Candidates.ofSolutions(workspace.read(Tables.SOLVED)));
    return List.of(
        Candidates.rated(
            sources.stream().reduce(Dataset::union).orElseThrow(),
            workspace.read(Tables.PASS_RATES)));
  }

  private static boolean hasSolutions(StageContext context) {
    return context.config().refine().includeSolved() && context.workspace().has(Tables.SOLVED);
  }

  private static void write(
      StageContext context,
      Dataset<ScreenedCandidate> screened,
      Duplicates duplicates,
      List<AuditedQuestion> audited,
      WriteMetadata metadata) {
    TableTransaction tables = context.workspace().begin();
    Dataset<Contamination> contamination = RefinedRows.contamination(screened);
    SortedMap<String, Long> leaks = ContaminationCounts.of(contamination);
    tables.write(Tables.CONTAMINATION, contamination, metadata.withCounts(leaks));
    SortedMap<String, Long> counts = duplicates.counts();
    Manifest table =
        tables.write(Tables.DUPLICATES, duplicates.rows(), metadata.withCounts(counts));
    Dataset<RowOrRejection<QaPair>> refined =
        RefinedRows.of(RefinedRows.judged(screened), tables.read(Tables.DUPLICATES), table.rows());
    SplitRows<QaPair> split = SplitRows.ofKept(refined, QaPair.ENCODER);
    Manifest rejected = tables.write(Tables.rejectedBy(NAME), split.rejected(), metadata);
    SortedMap<String, Long> audit = AuditCounts.of(audited);
    // Written without an audit, too: one of older rows would not be of these.
    tables.write(
        Tables.AUDIT,
        context.spark().createDataset(audited, AuditedQuestion.ENCODER).coalesce(1),
        metadata);
    Manifest good = tables.write(Tables.MATHSCALEQA, split.good(), metadata.withCounts(audit));
    RefineBooks books = books(context, good, rejected);
    tables.publish();
    context.say("refine: " + books.text());
    context.say("refine: " + ContaminationCounts.text(leaks));
    context.say("refine: " + DuplicateCounts.text(counts));
    if (!audited.isEmpty()) {
      context.say("refine: " + AuditCounts.text(audit));
    }

    if (context.config().refine().quality().hasFlags()) {
      context.say(
          "refine: kept with a flag: "
              + FlagCounts.of(context.workspace().read(Tables.MATHSCALEQA)));
    }
  }

  private static Optional<Dataset<Validation>> validations(
      StageContext context, List<Table<?>> inputs) {
    if (!context.workspace().has(Tables.VALIDATIONS)) {
      return Optional.empty();
    }

    inputs.add(Tables.VALIDATIONS);
    return Optional.of(context.workspace().read(Tables.VALIDATIONS));
  }

  /** The books of the run; tables that do not balance are not published. */
  private static RefineBooks books(StageContext context, Manifest good, Manifest rejected) {
    boolean hasSeeds = context.config().refine().includeSeeds();
    return new RefineBooks(
        rows(context.workspace(), Tables.PAIRS),
        hasSeeds ? rows(context.workspace(), Tables.SEEDS) : 0,
        hasSolutions(context) ? rows(context.workspace(), Tables.SOLVED) : 0,
        new SplitRows.Counts(good.rows(), rejected.counts()));
  }

  private static long rows(Workspace workspace, Table<?> table) {
    return workspace.manifest(table.name()).orElseThrow().rows();
  }

  /** The prompt that a row must not echo; it is not read where nobody asks. */
  static String prompt(MathscaleConfig config) {
    return config.refine().quality().echo() == QualityConfig.Action.OFF
        ? ""
        : PromptTemplate.load("generate.prompt", config.generate().prompt()).text();
  }

  private static List<BenchmarkQuestion> benchmark(StageContext context, List<Table<?>> inputs) {
    BenchmarkChoice choice = BenchmarkChoice.of(context.workspace(), context.config());
    if (choice.isNone()) {
      context.say(
          "refine: no benchmark is known (refine.decontaminate.against, benchmark.path, prepare):"
              + " nothing is decontaminated");
    }

    if (choice.hasTable()) {
      inputs.add(Tables.BENCHMARK);
    }

    List<BenchmarkQuestion> questions = choice.questions(context.spark(), context.workspace());
    choice.requireQuestions(questions);
    return questions.stream().filter(question -> !question.key().isEmpty()).toList();
  }
}
