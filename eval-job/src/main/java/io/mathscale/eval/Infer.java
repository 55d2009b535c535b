package io.mathscale.eval;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.InferConfig;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.eval.infer.AnsweredProblems;
import io.mathscale.eval.infer.AskProblem;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks the model the problems of the benchmark (MWPBench protocol: zero-shot, greedy). */
@Command(name = "infer", description = "Asks the model the problems of the benchmark.")
public final class Infer implements Stage {
  private static final String NAME = "infer";

  @Mixin private CallOptions options = new CallOptions();

  @Override
  public void check(MathscaleConfig config) {
    options.requireAnyAnswer(NAME);
    options.check(config);
  }

  @Override
  public void checkPrompts(MathscaleConfig config) {
    PromptTemplate.load("infer.template", config.infer().template())
        .requireQuestion("infer.template");
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
    InferConfig config = context.config().infer();
    Dataset<Problem> benchmark = workspace.read(Tables.BENCHMARK);
    PromptTemplate template = PromptTemplate.load(config.template());
    PromptBatch batch =
        PromptBatch.of(
                NAME,
                benchmark.flatMap(new AskProblem(template, config.samples()), Prompt.ENCODER),
                rows(workspace) * config.samples(),
                new Sampling(config.temperature(), 1, config.maxTokens(), config.stop(), ""))
            .keepingTruncatedAnswers()
            .madeWith("infer.template", template.version());
    batch
        .sampling()
        .copiesWarning(config.samples(), "infer.samples")
        .ifPresent(warning -> context.say("infer: " + warning));
    if (options.isPreview()) {
      options.preview(context, batch);
      return;
    }

    try (CallResults answers = options.ask(context, batch)) {
      WriteMetadata metadata = context.metadata(List.of(Tables.BENCHMARK), answers.calls());
      SplitRows.write(
          workspace,
          AnsweredProblems.of(answers.rows(), benchmark, context.config().model().name()),
          Tables.OUTPUTS,
          NAME,
          metadata);
    }
  }

  /** Problems of the benchmark, as its manifest tells them. */
  private static long rows(Workspace workspace) {
    return workspace.manifest(Tables.BENCHMARK.name()).orElseThrow().rows();
  }
}
