package io.mathscale.generator.benchmark;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.source.layouts.NamedFields;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The benchmark that the configuration names, as seeds are held against it: {@code
 * refine.decontaminate.against}, or else {@code benchmark.path}, or else the table of problems.
 * Files go before the table, which an earlier configuration may have made.
 *
 * @param problems a problem for each question, by the id of the question's normal form
 * @param name what the user knows the benchmark by; empty where there is none
 * @param inputs the table that it was read from, if it was
 * @param warning what to tell of rows without a question, which keep no seed out; empty where there
 *     are none
 */
public record ConfiguredBenchmark(
    Map<String, String> problems, String name, List<Table<?>> inputs, String warning) {
  /** No benchmark. */
  public static final ConfiguredBenchmark NONE =
      new ConfiguredBenchmark(Map.of(), "", List.of(), "");

  /** Keeps copies. */
  public ConfiguredBenchmark {
    problems = Map.copyOf(problems);
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads the benchmark.
   *
   * @throws io.mathscale.core.config.ConfigException when there is no such file
   */
  public static ConfiguredBenchmark of(
      SparkSession spark, Workspace workspace, MathscaleConfig config) {
    List<String> against = config.refine().decontaminate().against();
    String path = config.benchmark().path();
    if (!against.isEmpty()) {
      return against.stream()
          .map(file -> inFile(spark, "refine.decontaminate.against", file, NamedFields.NONE))
          .reduce(ConfiguredBenchmark::with)
          .orElseThrow();
    }

    if (!path.isBlank()) {
      NamedFields fields = NamedFields.of(config.benchmark().fields());
      return inFile(spark, "benchmark.path", path, fields);
    }

    if (!workspace.has(Tables.BENCHMARK)) {
      return NONE;
    }

    return new ConfiguredBenchmark(
        problems(BenchmarkQuestions.of(workspace.read(Tables.BENCHMARK))),
        "table " + Tables.BENCHMARK.name(),
        List.of(Tables.BENCHMARK),
        "");
  }

  private static ConfiguredBenchmark inFile(
      SparkSession spark, String key, String path, NamedFields fields) {
    Dataset<BenchmarkQuestion> rows = BenchmarkQuestions.rows(spark, key, path, fields).cache();
    try {
      Dataset<BenchmarkQuestion> unread = rows.where(col("key").equalTo(""));
      long count = unread.count();
      String warning =
          count == 0
              ? ""
              : "%,d rows of %s have no question and keep no seed out, the first is %s"
                  .formatted(count, key, unread.orderBy("problem").first().problem());
      return new ConfiguredBenchmark(
          problems(rows.where(col("key").notEqual(""))), key + " " + path, List.of(), warning);
    } finally {
      rows.unpersist();
    }
  }

  private ConfiguredBenchmark with(ConfiguredBenchmark other) {
    Map<String, String> all = new HashMap<>(problems);
    other.problems.forEach((key, problem) -> all.merge(key, problem, ConfiguredBenchmark::first));
    String warnings =
        Stream.of(warning, other.warning)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new ConfiguredBenchmark(all, name + ", " + other.name, List.of(), warnings);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The first problem of each question, in the order of their ids, so that it is always one. */
  private static Map<String, String> problems(Dataset<BenchmarkQuestion> questions) {
    Map<String, String> problems = new HashMap<>();
    for (BenchmarkQuestion question : questions.collectAsList()) {
      problems.merge(question.key(), question.problem(), ConfiguredBenchmark::first);
    }

    return problems;
  }
}
