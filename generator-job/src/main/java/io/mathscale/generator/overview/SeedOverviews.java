package io.mathscale.generator.overview;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.examples.ExampleSeeds;
import io.mathscale.core.spark.Cached;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import io.mathscale.generator.seeds.SeedInput;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Looks at the seeds of a run: file by file, at each other, and at the benchmark. */
public final class SeedOverviews {
  /** So many pairs and questions are shown as examples. */
  private static final int SHOWN = 3;

  private SeedOverviews() {}

  /**
   * What is to be known of seeds.
   *
   * @param input the seeds, without those in the benchmark if they are to be kept out
   * @param benchmark the benchmark, whether or not it is kept out
   */
  public static SeedOverview of(
      SeedInput input, ConfiguredBenchmark benchmark, MathscaleConfig config) {
    ExampleSeeds examples = ExampleSeeds.of(config);
    MapFunction<SeedQuestion, SeedForm> form = SeedForm::of;
    try (Cached<SeedForm> forms = Cached.of(input.seeds().map(form, SeedForm.ENCODER))) {
      return new SeedOverview(
          input.count(),
          input.seeds().where(examples.isWorked()).count(),
          examples.warning("seeds", input.seeds()).orElse(""),
          FileOverviews.of(input, examples),
          alike(forms.rows(), "form"),
          alike(forms.rows(), "template"),
          config.seeds().decontaminate()
              ? keptOut(input, benchmark)
              : among(forms.rows(), benchmark));
    }
  }

  /** Seeds that share a key and are not equal in all but typography, or, for forms, are. */
  private static AlikeSeeds alike(Dataset<SeedForm> forms, String key) {
    Dataset<Row> groups =
        forms
            .groupBy(key)
            .agg(
                count(lit(1)).as("seeds"),
                count_distinct(col("form")).as("forms"),
                min("question").as("one"),
                max("question").as("other"))
            .where(col(key.equals("form") ? "seeds" : "forms").gt(1));
    Row sums = groups.agg(count(lit(1)), coalesce(sum("seeds"), lit(0L))).collectAsList().get(0);
    List<AlikeSeeds.Pair> examples =
        groups.orderBy(col("seeds").desc(), col(key)).limit(SHOWN).collectAsList().stream()
            .map(
                row ->
                    new AlikeSeeds.Pair(
                        row.<Long>getAs("seeds"), row.getAs("one"), row.getAs("other")))
            .toList();
    return new AlikeSeeds(sums.getLong(0), sums.getLong(1), examples);
  }

  private static BenchmarkSeeds keptOut(SeedInput input, ConfiguredBenchmark benchmark) {
    Dataset<String> rejected =
        input
            .rows()
            .where(col("rejected.reason").equalTo(RejectionReason.IN_BENCHMARK.name()))
            .select("rejected.content")
            .as(Encoders.STRING());
    return found(rejected, benchmark, true);
  }

  private static BenchmarkSeeds among(Dataset<SeedForm> forms, ConfiguredBenchmark benchmark) {
    Map<String, String> problems = benchmark.problems();
    FilterFunction<SeedForm> isInBenchmark = seed -> problems.containsKey(seed.form());
    return found(
        forms.filter(isInBenchmark).select("question").as(Encoders.STRING()), benchmark, false);
  }

  private static BenchmarkSeeds found(
      Dataset<String> questions, ConfiguredBenchmark benchmark, boolean isKeptOut) {
    return new BenchmarkSeeds(
        benchmark.name(),
        benchmark.problems().size(),
        benchmark.warning(),
        isKeptOut,
        questions.count(),
        questions.distinct().sort(questions.columns()[0]).limit(SHOWN).collectAsList());
  }
}
