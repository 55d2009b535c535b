package io.mathscale.eval;

import io.mathscale.core.command.Run;
import io.mathscale.core.command.Stage;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.workspace.Stamp;
import io.mathscale.core.workspace.Tables;
import io.mathscale.eval.prepare.Benchmark;
import io.mathscale.eval.prepare.BenchmarkCounts;
import io.mathscale.eval.prepare.BenchmarkFiles;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/** Benchmark files to the table of problems. */
@Command(name = "prepare", description = "Reads the benchmark.")
public final class Prepare implements Stage {

  @Override
  public void check(MathscaleConfig config) {
    if (config.benchmark().path().isBlank()) {
      throw new ConfigException("benchmark.path must be set: \"\"");
    }
  }

  @Override
  public void run(Run run) {
    SparkSession spark = run.spark();
    Benchmark benchmark = read(spark, run.config().benchmark());
    List<Problem> problems = benchmark.problems();
    List<Rejected> rejected = benchmark.rejected();

    Stamp stamp = run.stamp(List.of());
    run.workspace()
        .write(
            Tables.rejectedBy("prepare"), spark.createDataset(rejected, Rejected.ENCODER), stamp);
    if (problems.isEmpty()) {
      throw new ConfigException(
          "benchmark.path must hold at least one problem: %s (%d rows rejected, see rejected/prepare)"
              .formatted(run.config().benchmark().path(), rejected.size()));
    }

    run.workspace().write(Tables.BENCHMARK, spark.createDataset(problems, Problem.ENCODER), stamp);
    run.say(BenchmarkCounts.of(problems).text());
    run.say("prepare: %,d problems, %,d rows rejected".formatted(problems.size(), rejected.size()));
  }

  private static Benchmark read(SparkSession spark, BenchmarkConfig config) {
    BenchmarkFiles files = new BenchmarkFiles(spark.sparkContext().hadoopConfiguration());
    Benchmark benchmark = new Benchmark(config.choices());
    for (Path file : files.at(config.path())) {
      benchmark.add(file.toString(), files.read(file));
    }

    return benchmark;
  }
}
