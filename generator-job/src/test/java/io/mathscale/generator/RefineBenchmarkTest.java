package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Refine} makes of rows that ask what a benchmark asks. */
@ExtendWith(SparkExtension.class)
class RefineBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void readsTheBenchmarkFromAFileAndNotFromTheTableOfAnother(SparkSession spark)
      throws IOException {
    StageContext before = run(spark, "benchmark.path=other.jsonl");
    before
        .workspace()
        .write(Tables.BENCHMARK, RefineRows.problems(spark), before.metadata(List.of()));
    Path file =
        Files.writeString(
            folder.resolve("test.json"),
            "{\"data_topic\": \"tal\", \"question\": \"Only  once?\"}");
    StageContext context = run(spark, "benchmark.path=" + file, "refine.include-seeds=false");
    RefineRows.write(context);

    new Refine().run(context);

    assertThat(RefineRows.rejected(context))
        .filteredOn(row -> row.contains("IN_BENCHMARK"))
        .containsExactly(
            "p5 IN_BENCHMARK the same question as the problem file:" + file + ", row 1");
    assertThat(
            context.workspace().read(Tables.MATHSCALEQA).count()
                + RefineRows.rejected(context).size())
        .isEqualTo(6);
    assertThat(context.workspace().manifest(Tables.MATHSCALEQA.name()).orElseThrow().inputs())
        .extracting(Manifest.Input::table)
        .doesNotContain(Tables.BENCHMARK.name());
  }

  @Test
  void refusesABenchmarkWithRowsThatHaveNoQuestion(SparkSession spark) throws IOException {
    Path file =
        Files.writeString(folder.resolve("test.json"), "{\"question\": \"a\"}\n{\"x\": 1}\n");
    StageContext context = run(spark, "refine.decontaminate.against=" + file);
    RefineRows.write(context);

    assertThatThrownBy(() -> new Refine().run(context))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("refine.decontaminate.against must have a question in every row: 1")
        .hasMessageEndingWith("test.json, row 2");
    assertThat(context.workspace().has(Tables.MATHSCALEQA)).isFalse();
  }

  @Test
  void tellsOfEachRowWhichProblemOfWhichFileItAsks(SparkSession spark) throws IOException {
    String asked = "Ann has %d red and 5 blue balls, and gives two of them to her brother?";
    Path one =
        Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"question\": \"Only  once?\", \"answer\": \"1\"}\n"
                + "{\"question\": \"%s\", \"answer\": \"1\"}\n".formatted(asked.formatted(3)));
    Path two =
        Files.writeString(
            folder.resolve("two.jsonl"),
            "{\"question\": \"%s\", \"answer\": \"1\"}\n".formatted(asked.formatted(4)));
    StageContext context =
        run(
            spark,
            "refine.decontaminate.against=[\"%s\", \"%s\"]".formatted(one, two),
            "refine.decontaminate.number-swaps=remove",
            "refine.include-seeds=false");
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(
                    RefineRows.pair("p1", "only once"),
                    RefineRows.pair("p2", asked.formatted(3).replace("brother", "cousin")),
                    RefineRows.pair("p3", asked.formatted(8)),
                    RefineRows.pair("p4", "Nothing like it?")),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    String first = "file:" + one + ", row ";
    assertThat(context.workspace().read(Tables.CONTAMINATION).collectAsList())
        .extracting(
            row ->
                "%s %s %s %s %s %s"
                    .formatted(
                        row.id(),
                        row.benchmark(),
                        row.problem(),
                        row.method(),
                        row.score(),
                        row.removed()))
        .containsExactlyInAnyOrder(
            "p1 " + one + " " + first + "1 EXACT 1.0 true",
            "p2 " + one + " " + first + "2 NEAR " + (1 - 1 / 16.0) + " true",
            "p3 " + one + " " + first + "2 NUMBER_SWAP 1.0 true",
            "p3 " + two + " file:" + two + ", row 1 NUMBER_SWAP 1.0 true");
    assertThat(context.workspace().manifest(Tables.CONTAMINATION.name()).orElseThrow().counts())
        .containsEntry("exactLeaks", 1L)
        .containsEntry("nearLeaks", 1L)
        .containsEntry("numberSwaps", 1L);
    assertThat(RefineRows.rejected(context))
        .contains(
            "p1 IN_BENCHMARK the same question as the problem " + first + "1",
            "p2 NEAR_BENCHMARK 1 of 16 words differ from the problem " + first + "2")
        .hasSize(3);
  }

  /** Loads the embedding model. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"report, false", "remove, true"})
  void findsQuestionsInOtherWords(String action, boolean isRemoved, SparkSession spark)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("test.jsonl"),
            """
            {"question": "What is the sum of the first 40 positive integers?"}
            {"question": "How many positive divisors does 72 have?"}
            """);
    StageContext context =
        run(
            spark,
            "refine.decontaminate.against=" + file,
            "refine.decontaminate.embeddings={ action = %s, threshold = 0.6 }".formatted(action),
            "refine.include-seeds=false");
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(
                    RefineRows.pair(
                        "p1", "Add up the first forty positive integers: what is the sum?"),
                    RefineRows.pair("p2", "What is the sum of the first 41 positive integers?")),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().check(context.config());
    new Refine().run(context);

    List<Contamination> found = context.workspace().read(Tables.CONTAMINATION).collectAsList();
    assertThat(found)
        .extracting(row -> row.id() + " " + row.method() + " " + row.removed() + row.question())
        .containsExactlyInAnyOrder(
            "p1 EMBEDDING " + isRemoved + "What is the sum of the first 40 positive integers?",
            "p2 NUMBER_SWAP falseWhat is the sum of the first 40 positive integers?");
    assertThat(found).allMatch(row -> row.score() >= 0.6 && row.score() <= 1);
    assertThat(RefineRows.rejected(context)).hasSize(isRemoved ? 1 : 0);
    assertThat(RefineRows.rejected(context))
        .allMatch(row -> row.startsWith("p1 NEAR_BENCHMARK in other words the problem file:"));
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
