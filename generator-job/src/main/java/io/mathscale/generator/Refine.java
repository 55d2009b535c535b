package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.RefineConfig;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.QuestionText;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.RejectedCounts;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.seeds.BenchmarkQuestion;
import io.mathscale.generator.seeds.BenchmarkQuestions;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import picocli.CommandLine.Command;

/**
 * Makes MathScaleQA of the generated pairs and the seeds' own solutions (paper, section 3.3): each
 * question once, none of the benchmark's.
 */
@Command(name = Refine.NAME, description = "Makes the training data of pairs and seeds.")
final class Refine implements Stage {
  static final String NAME = "refine";

  @Override
  public void run(Run run) {
    Workspace workspace = run.workspace();
    workspace.requireWritable();
    RefineConfig config = run.config().refine();
    List<Table<?>> inputs = new ArrayList<>(List.of(Tables.PAIRS));
    Dataset<Candidate> candidates = Candidates.ofPairs(workspace.read(Tables.PAIRS));
    if (config.includeSeeds()) {
      inputs.add(Tables.SEEDS);
      candidates = candidates.union(Candidates.ofSeeds(workspace.read(Tables.SEEDS)));
    }

    Dataset<BenchmarkQuestion> benchmark = benchmark(run, inputs);
    Dataset<Refinement> refinements =
        Refinements.of(candidates, benchmark, config.minSolutionChars())
            .persist(StorageLevel.MEMORY_AND_DISK());
    write(run, refinements, run.stamp(inputs));
    refinements.unpersist();
  }

  /** The named file, else the table, else the benchmark's file, else nothing. */
  private static Dataset<BenchmarkQuestion> benchmark(Run run, List<Table<?>> inputs) {
    String against = run.config().refine().decontaminate().against();
    String path = run.config().benchmark().path();
    if (!against.isBlank()) {
      return BenchmarkQuestions.in(run.spark(), "refine.decontaminate.against", against);
    }

    if (run.workspace().has(Tables.BENCHMARK)) {
      inputs.add(Tables.BENCHMARK);
      MapFunction<Problem, BenchmarkQuestion> question = Refine::question;
      return run.workspace().read(Tables.BENCHMARK).map(question, BenchmarkQuestion.ENCODER);
    }

    if (!path.isBlank()) {
      return BenchmarkQuestions.in(run.spark(), "benchmark.path", path);
    }

    run.say(
        "refine: no benchmark is known (refine.decontaminate.against, benchmark.path, prepare):"
            + " nothing is decontaminated");
    return run.spark().emptyDataset(BenchmarkQuestion.ENCODER);
  }

  private static BenchmarkQuestion question(Problem problem) {
    return new BenchmarkQuestion(QuestionText.id(problem.question()), problem.id());
  }

  private static void write(Run run, Dataset<Refinement> refinements, Stamp stamp) {
    Dataset<Rejected> rejected =
        refinements.where(col("rejected").isNotNull()).select("rejected.*").as(Rejected.ENCODER);
    Dataset<QaPair> pairs =
        refinements.where(col("pair").isNotNull()).select("pair.*").as(QaPair.ENCODER);
    run.workspace().write(Tables.rejectedBy(NAME), rejected, stamp);
    Manifest written = run.workspace().write(Tables.MATHSCALEQA, pairs, stamp);
    run.say(
        "refine: %,d rows of MathScaleQA; rejected: %s"
            .formatted(written.rows(), RejectedCounts.of(rejected)));
  }
}
