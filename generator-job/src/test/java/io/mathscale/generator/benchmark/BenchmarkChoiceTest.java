package io.mathscale.generator.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Problem;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.StageContexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The questions that must not be in the training data, wherever they stand. */
@ExtendWith(SparkExtension.class)
class BenchmarkChoiceTest {
  @TempDir private Path folder;

  @Test
  void readsAnyBenchmark(SparkSession spark) throws IOException {
    Path benchmark = Files.createDirectories(folder.resolve("b"));
    Path file =
        Files.writeString(
            benchmark.resolve("aime24.jsonl"),
            "{\"ID\": \"2024-I-1\", \"task\": \"Only  once?\", \"gold\": 204}\n");
    Files.writeString(benchmark.resolve("README.md"), "# Not a benchmark\n");

    assertThat(
            questions(run(spark, "benchmark.path=" + benchmark, "benchmark.fields.question=task")))
        .containsExactly(key("Only once?") + " of file:" + file + ", row 1");
  }

  @Test
  void findsQuestionsThatTheBenchmarkShowsWithOptions(SparkSession spark) {
    StageContext context = run(spark);
    write(
        context,
        new Problem(
            "c", "tal", "", "Only once?\n(A) Yes\n(B) No", "A", 0, "", "", List.of("Yes", "No")));

    assertThat(questions(context)).contains(key("Only once?") + " of c");
  }

  @Test
  void takesRowsThatPrepareRejectedFromTheFileOfTheTable(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("test.json"), "{\"question\": \"Only  once?\"}\n{\"x\": 1}\n");
    StageContext context = run(spark, "benchmark.path=" + file);
    write(context, problem("Another?"));

    assertThat(questions(context))
        .contains(key("Another?") + " of c", key("Only once?") + " of file:" + file + ", row 1");
  }

  @Test
  void aTableOfAnotherBenchmarkDoesNotCount(SparkSession spark) throws IOException {
    write(run(spark, "benchmark.path=other.jsonl"), problem("Only once?"));
    Path file = Files.writeString(folder.resolve("test.json"), "{\"question\": \"Another?\"}\n");

    assertThat(questions(run(spark, "benchmark.path=" + file)))
        .containsExactly(key("Another?") + " of file:" + file + ", row 1");
  }

  private static Problem problem(String question) {
    return new Problem("c", "tal", "", question, "A", 0, "", "", List.of());
  }

  private static void write(StageContext context, Problem problem) {
    context
        .workspace()
        .write(
            Tables.BENCHMARK,
            context.spark().createDataset(List.of(problem), Problem.ENCODER),
            context.metadata(List.of()));
  }

  private static String key(String question) {
    return NormalForm.of(question).id();
  }

  private static List<String> questions(StageContext context) {
    return BenchmarkChoice.of(context.workspace(), context.config())
        .questions(context.spark(), context.workspace())
        .stream()
        .map(question -> question.key() + " of " + question.problem())
        .toList();
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
