package io.mathscale.eval;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.SourceRows;
import io.mathscale.core.source.files.FileEndings;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.TableTransaction;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.eval.prepare.Benchmark;
import io.mathscale.eval.prepare.BenchmarkCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads benchmark files into the table of problems. */
@Command(name = "prepare", description = "Reads the benchmark.")
public final class Prepare implements Stage {
  private static final String PATH_KEY = "benchmark.path";

  @Option(
      names = "--optional",
      description = "Where benchmark.path is empty, say so and write nothing.")
  private boolean isOptional;

  @Override
  public void check(MathscaleConfig config) {
    if (config.benchmark().path().isBlank() && !isOptional) {
      throw new ConfigException(PATH_KEY + " must be set: \"\"");
    }
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    String path = config.benchmark().path();
    return path.isBlank() ? List.of() : List.of(new UserFiles(PATH_KEY, path, FileEndings.OF_ROWS));
  }

  @Override
  public Set<String> families(MathscaleConfig config) {
    return config.benchmark().path().isBlank() ? Set.of() : Stage.super.families(config);
  }

  @Override
  public void run(StageContext context) {
    if (context.config().benchmark().path().isBlank()) {
      context.say(withoutBenchmark(context));
      return;
    }

    SparkSession spark = context.spark();
    Benchmark benchmark = read(spark, context.config().benchmark());
    List<Problem> problems = benchmark.problems();
    List<Rejected> rejected = benchmark.rejected();

    WriteMetadata metadata = context.metadata(List.of());
    TableTransaction tables = context.workspace().begin();
    tables.write(
        Tables.rejectedBy("prepare"), spark.createDataset(rejected, Rejected.ENCODER), metadata);
    if (problems.isEmpty()) {
      tables.publish();
      throw new ConfigException(
          "%s must hold at least one problem: %s (%d rows rejected, see rejected/prepare%s)"
              .formatted(
                  PATH_KEY,
                  context.config().benchmark().path(),
                  rejected.size(),
                  rejected.isEmpty()
                      ? ""
                      : "; %s: %s".formatted(rejected.get(0).origin(), rejected.get(0).detail())));
    }

    BenchmarkCounts counts = BenchmarkCounts.of(problems, context.config().benchmark().groups());
    counts.requireGroups(problems);
    counts.requireDatasets(
        "benchmark.answer.datasets", context.config().benchmark().answer().datasets(), problems);
    tables.write(Tables.BENCHMARK, spark.createDataset(problems, Problem.ENCODER), metadata);
    tables.publish();
    context.say(counts.text());
    counts.warning().ifPresent(warning -> context.say("prepare: " + warning));
    context.say(
        "prepare: %,d problems, %,d rows rejected".formatted(problems.size(), rejected.size()));
  }

  /** Told before the pairs are paid: who meant to decontaminate them can still stop. */
  private static String withoutBenchmark(StageContext context) {
    boolean isAgainstAnother =
        !context.config().refine().decontaminate().against().isEmpty()
            || context.workspace().has(Tables.BENCHMARK);
    return "prepare: no benchmark is read, for benchmark.path is empty"
        + (isAgainstAnother ? "" : "; nothing will be decontaminated");
  }

  private static Benchmark read(SparkSession spark, BenchmarkConfig config) {
    List<SourceRow> rows =
        new ArrayList<>(
            SourceRows.at(spark, PATH_KEY, config.path(), SourceRows.MAX_ROW, FileEndings.OF_ROWS)
                .numberedRows()
                .collectAsList());
    rows.sort(Comparator.comparing(SourceRow::file).thenComparing(SourceRow::row));
    Benchmark benchmark = new Benchmark(config);
    rows.forEach(benchmark::add);
    benchmark.requireFields();
    return benchmark;
  }
}
