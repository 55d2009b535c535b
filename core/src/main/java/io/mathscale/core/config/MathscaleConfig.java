package io.mathscale.core.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * All settings of a run; {@code conf/reference.conf} tells each key, its default and unit.
 *
 * @param workspace folder of all tables, any Hadoop URI
 * @param seed what all randomness is a function of
 * @param seeds seed questions
 * @param model the model service
 * @param calls limits of the calls to it
 * @param extract concept extraction
 * @param build the concept graph
 * @param compose random walks
 * @param generate new pairs
 * @param solve solutions of questions whose answers are known
 * @param refine from pairs to training data
 * @param export files for trainers
 * @param benchmark problems to score on
 * @param infer answers of a model to the benchmark
 * @param outputs answers made elsewhere
 * @param score grading
 * @param budget US dollars that all stages together may spend in the workspace; 0 = no limit
 * @param validate fresh solutions of each pair's question
 * @param accept how many accepted rows are wanted
 * @param judge verdicts of models on answers that the strict grader leaves undecided
 */
public record MathscaleConfig(
    String workspace,
    long seed,
    SeedsConfig seeds,
    ModelConfig model,
    CallsConfig calls,
    ExtractConfig extract,
    BuildConfig build,
    ComposeConfig compose,
    GenerateConfig generate,
    SolveConfig solve,
    RefineConfig refine,
    ExportConfig export,
    BenchmarkConfig benchmark,
    InferConfig infer,
    OutputsConfig outputs,
    ScoreConfig score,
    BigDecimal budget,
    ValidateConfig validate,
    AcceptConfig accept,
    JudgeConfig judge) {
  public MathscaleConfig {
    Check.notBlank("workspace", workspace);
    Check.notNegative("budget", budget);
    List<String> averages = new ArrayList<>(ScoreConfig.PUBLISHED_AVERAGES);
    averages.addAll(new TreeSet<>(benchmark.groups().keySet()));
    Check.that(
        averages.contains(score.average()),
        "score.average",
        "be one of " + String.join(" | ", averages),
        "\"" + score.average() + "\"");
    Check.that(
        export.mixture() != ExportConfig.Mixture.SEEDS || refine.includeSeeds(),
        "export.mixture",
        "not be seeds where refine.include-seeds is false, which leaves none",
        "seeds");
  }

  /**
   * Checks what a command that asks a model needs.
   *
   * @param asked the model
   * @throws ConfigException naming the key, what must hold and what was
   */
  public void requireReadyToAsk(ModelConfig asked) {
    asked.requireReady();
    if (calls.outputTokensPerMinute() > 0) {
      asked.requireLimited("calls.output-tokens-per-minute", ModelConfig.UNMEASURED);
    }

    if (budget.signum() > 0) {
      asked.requirePriced("budget");
    } else if (calls.budget().signum() > 0) {
      asked.requirePriced("calls.budget");
    }
  }

  /**
   * Answers made elsewhere.
   *
   * @param path file, folder or glob; empty means what infer wrote
   */
  public record OutputsConfig(String path) {}
}
