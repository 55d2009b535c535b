package io.mathscale.eval;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.JudgeConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.judge.JudgeReply;
import io.mathscale.core.judge.JudgedSolution;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.eval.grading.AnswerForm;
import io.mathscale.eval.judge.JudgedAnswer;
import io.mathscale.eval.judge.JudgedAnswers;
import io.mathscale.eval.judge.Judgements;
import io.mathscale.eval.score.GradedRow;
import io.mathscale.eval.score.GradedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks models about the answers that the strict grader leaves undecided. */
@Command(name = "judge", description = "Has models judge what the strict grader cannot decide.")
public final class Judge implements Stage {
  private static final String NAME = "judge";
  private static final String MODELS = "judge.models";

  @Mixin private CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    if (config.judge().models().isEmpty()) {
      throw new ConfigException(MODELS + " must name at least one model: []");
    }

    options.check(config, new AskedModels(MODELS, config.judge().models()));
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    JudgedSolution.require(
        "judge.prompt", PromptTemplate.load("judge.prompt", config.judge().prompt()));
  }

  @Override
  public List<AskedModels> asks(MathscaleConfig config) {
    return options.asked(new AskedModels(MODELS, config.judge().models()));
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    return EvalInputs.files(config);
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return options.families(NAME);
  }

  @Override
  public void run(StageContext context) {
    MathscaleConfig config = context.config();
    EvalInputs inputs = EvalInputs.of(context);
    AnswerForm form = AnswerForm.of(config.benchmark().answer());
    try (GradedRows graded = GradedRows.of(inputs.outputs(), inputs.benchmark(), form);
        Cached<JudgedAnswer> answers =
            Cached.of(
                JudgedAnswers.of(
                    graded.good(),
                    GradedRows.withProblems(inputs.outputs().rows(), inputs.benchmark()),
                    config.judge().check(),
                    config.seed()))) {
      form.warning(datasets(form, graded.good()))
          .ifPresent(warning -> context.say("judge: " + warning));
      if (options.isPreview()) {
        config
            .judge()
            .models()
            .forEach(judge -> options.preview(context, batch(config, judge, answers.rows())));
        return;
      }

      ask(context, inputs, answers.rows());
    }
  }

  /** The data sets of the outputs, where the form asks for them. */
  private static List<String> datasets(AnswerForm form, Dataset<GradedRow> graded) {
    return form.datasets().isEmpty()
        ? List.of()
        : graded.select("dataset").distinct().as(Encoders.STRING()).collectAsList();
  }

  /** How many models were asked for the judgements that stand, whatever is configured since. */
  static int asked(TableCatalog workspace) {
    Manifest judgements = workspace.requireManifest(Tables.JUDGEMENTS);
    return ((List<?>) judgements.configuration().get(MODELS)).size();
  }

  private void ask(StageContext context, EvalInputs inputs, Dataset<JudgedAnswer> answers) {
    MathscaleConfig config = context.config();
    String prompt = PromptTemplate.load(config.judge().prompt()).version();
    Dataset<RowOrRejection<Judgement>> judgements =
        context.spark().emptyDataset(RowOrRejection.encoder(Judgement.ENCODER));
    Manifest.Calls calls = Manifest.Calls.NONE;
    List<CallResults> replies = new ArrayList<>();
    try {
      for (ModelConfig judge : config.judge().models()) {
        CallResults ofJudge = options.ask(context, batch(config, judge, answers));
        replies.add(ofJudge);
        calls = calls.plus(ofJudge.calls());
        judgements = judgements.union(Judgements.of(ofJudge.rows(), answers, judge.name(), prompt));
      }

      SplitRows.Written written =
          SplitRows.write(
              context.workspace(),
              judgements,
              Tables.JUDGEMENTS,
              NAME,
              context.metadata(inputs.tables(), calls));
      context.say(
          "judge: %,d judgements; rejected: %s"
              .formatted(written.good().rows(), written.counts().reasons()));
    } finally {
      replies.forEach(CallResults::close);
    }
  }

  private static PromptBatch batch(
      MathscaleConfig config, ModelConfig judge, Dataset<JudgedAnswer> answers) {
    JudgeConfig settings = config.judge();
    PromptTemplate template = PromptTemplate.load(settings.prompt());
    MapFunction<JudgedAnswer, Prompt> ask =
        answer -> new Prompt(answer.key(), 0, answer.solution().prompt(template));
    return PromptBatch.of(
            NAME,
            answers.map(ask, Prompt.ENCODER),
            answers.count(),
            new Sampling(settings.temperature(), 1, settings.maxTokens(), List.of(), ""))
        .checkedBy(JudgeReply::isReadable)
        .madeWith("judge.prompt", template.version())
        .askedOf(judge);
  }
}
