package io.mathscale.generator.benchmark;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The benchmark that the configuration names ({@link BenchmarkChoice}), as seeds are held against
 * it: where there are files, the table does not count, which a later {@code prepare} replaces.
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
    BenchmarkChoice choice = BenchmarkChoice.of(workspace, config).filesFirst();
    Map<String, String> problems = new HashMap<>();
    List<String> unread = new ArrayList<>();
    for (BenchmarkQuestion question : choice.questions(spark, workspace)) {
      if (question.key().isEmpty()) {
        unread.add(question.problem());
      } else {
        // The first in the order of their ids, so that it is always one.
        problems.merge(question.key(), question.problem(), ConfiguredBenchmark::first);
      }
    }

    String warning =
        unread.isEmpty()
            ? ""
            : "%,d rows of %s have no question and keep no seed out, the first is %s"
                .formatted(unread.size(), choice.key(), Collections.min(unread));
    return new ConfiguredBenchmark(
        problems,
        choice.name(),
        choice.hasTable() ? List.of(Tables.BENCHMARK) : List.of(),
        warning);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
