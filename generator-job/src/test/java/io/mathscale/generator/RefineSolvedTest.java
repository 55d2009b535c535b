package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Refine} makes of solutions of questions with known answers. */
@ExtendWith(SparkExtension.class)
class RefineSolvedTest {
  /** All but the last digit of a content id. */
  private static final String HASH = "0123456789abcdef0123456789abcde";

  @TempDir private Path folder;

  @Test
  void keepsAllSolutionsOfAQuestionWithItsPassRate(SparkSession spark) {
    StageContext context = run(spark);
    RefineRows.write(context);
    String seed = QuestionText.id("Seed?");
    String bare = QuestionText.id("Bare?");
    String once = QuestionText.id("In the test?");
    context
        .workspace()
        .write(
            Tables.BENCHMARK, RefineRows.problems(spark), context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.SOLVED,
            spark.createDataset(
                List.of(
                    solution(seed, 0, "Seed?"),
                    solution(bare, 0, "Bare?"),
                    solution(bare, 3, "Bare?"),
                    solution(once, 1, "In the test?")),
                Solution.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.PASS_RATES,
            spark.createDataset(
                List.of(
                    rate(bare, "two", 0.5, 6),
                    rate(bare, "one", 0.25, 8),
                    rate(seed, "one", null, 1)),
                PassRate.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));

    new Refine().run(context);

    List<QaPair> rows = context.workspace().read(Tables.MATHSCALEQA).collectAsList();
    assertThat(rows)
        .filteredOn(row -> !row.origin().equals("generated"))
        .extracting(row -> row.origin() + " " + row.question())
        .containsExactlyInAnyOrder("seed Seed?", "solved Seed?", "solved Bare?", "solved Bare?");
    assertThat(RefineRows.rejected(context))
        .contains(
            once + "-" + HASH + "1 IN_BENCHMARK the same question as the problem test.1",
            "p6 DUPLICATE the same question as " + seed);
    assertThat(rows.stream().filter(row -> row.question().equals("Bare?")))
        .allMatch(
            row ->
                row.difficulty()
                    .equals(
                        new Difficulty(
                            0.375,
                            14,
                            "uniform(2, 8)",
                            1,
                            "EXACT_NUMBER",
                            List.of(
                                new Difficulty.ModelRate("one", 0.25, 8),
                                new Difficulty.ModelRate("two", 0.5, 6)))));
    assertThat(rows.stream().filter(row -> row.question().equals("Seed?")))
        .allMatch(row -> row.difficulty().tries() == 1 && row.difficulty().passRate() == null);
  }

  @Test
  void takesAllSolutionsOfAQuestionAwayWithTheSeedThatAsksIt(SparkSession spark) {
    StageContext context = run(spark);
    String first = "How many apples does Ann have if she buys 3 apples and then 4 more apples?";
    String second = "how many apples does Ann have if she buys 3  apples and then 4 more apples?";
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(List.<GeneratedPair>of(), GeneratedPair.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SEEDS,
            spark.createDataset(
                List.of(RefineRows.seed(first), RefineRows.seed(second)), SeedQuestion.ENCODER),
            context.metadata(List.of()));
    context
        .workspace()
        .write(
            Tables.SOLVED,
            spark.createDataset(
                List.of(
                    solution(QuestionText.id(first), 0, first),
                    solution(QuestionText.id(second), 0, second)),
                Solution.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));
    context
        .workspace()
        .write(
            Tables.PASS_RATES,
            spark.createDataset(List.<PassRate>of(), PassRate.ENCODER),
            context.metadata(List.of(Tables.SEEDS)));

    new Refine().run(context);

    List<QaPair> rows = context.workspace().read(Tables.MATHSCALEQA).collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows).extracting(QaPair::question).containsOnly(rows.get(0).question());
    assertThat(RefineRows.rejected(context))
        .hasSize(2)
        .allMatch(row -> row.contains(" DUPLICATE "));
  }

  private static Solution solution(String question, int sample, String text) {
    return new Solution(
        question + "-" + HASH + sample,
        question,
        "tal",
        text,
        "1",
        RefineRows.WORKED,
        "",
        "one",
        sample,
        "1",
        "EXACT_NUMBER",
        0.5,
        3,
        "uniform(2, 8)",
        "",
        "",
        ScriptedAnswers.provenance(text, "solve@1"));
  }

  private static PassRate rate(String question, String model, Double rate, int tries) {
    return new PassRate(question, model, rate, tries, 2, 0, 0, 0, 2, 2, "uniform(2, 8)");
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
