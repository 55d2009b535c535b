package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.Round;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.SplitRows;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.refine.FlagCounts;
import io.mathscale.generator.refine.RefineBooks;
import io.mathscale.generator.replies.ScriptedAnswers;
import io.mathscale.generator.rounds.RoundBounds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RefineTest {
  @TempDir private Path folder;

  @Test
  void everyRowIsTrainingDataOrRejected(SparkSession spark) {
    StageContext context = run(spark);
    RefineRows.write(context);
    context
        .workspace()
        .write(Tables.BENCHMARK, RefineRows.problems(spark), context.metadata(List.of()));

    new Refine().run(context);

    assertThat(RefineRows.rejected(context))
        .containsExactlyInAnyOrder(
            "p2 DUPLICATE the same question as p1",
            "p3 TOO_SHORT a solution must have at least 20 characters: 6",
            "p4 IN_BENCHMARK the same question as the problem test.1",
            "p6 DUPLICATE the same question as " + QuestionText.id("Seed?"),
            QuestionText.id("Bare?") + " NO_SOLUTION a row must have a solution: there is none");
    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("p1", "p5", QuestionText.id("Seed?"));
    assertThat(RefineRows.written(context, "p1"))
        .isEqualTo(
            new QaPair(
                "p1",
                "generated",
                "",
                "cp1",
                List.of("t"),
                List.of("k"),
                "Once \"or\" twice?",
                RefineRows.WORKED,
                "1",
                ScriptedAnswers.provenance("p1", "generate@1").model(),
                0,
                "generate@1",
                ScriptedAnswers.provenance("p1", "generate@1").call(),
                ScriptedAnswers.provenance("p1", "generate@1").cost(),
                "VALUE",
                "",
                "",
                "",
                new Quality(List.of(), 16, RefineRows.WORKED.length(), "", 0, 0, List.of(), ""),
                null,
                Difficulty.ofSteps(1, "")));
    assertThat(context.workspace().read(Tables.rejectedBy("refine")).collectAsList())
        .filteredOn(row -> row.id().startsWith("p"))
        .allMatch(row -> row.call().equals(ScriptedAnswers.provenance(row.id(), "").call()));
  }

  /** Without rounds it would be the one of the lower id, as above. */
  @Test
  void aPairOfAnEarlierRoundStays(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=false", "seed=43");
    RefineRows.write(context);
    long second = RoundBounds.place(43, "cp2");
    assertThat(second).as("comes before the other").isLessThan(RoundBounds.place(43, "cp1"));
    Round round = Round.begun(1, second, 1, "", 0, BigDecimal.ZERO);
    context
        .workspace()
        .write(
            Tables.ROUNDS,
            spark.createDataset(List.of(round), Round.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    assertThat(RefineRows.rejected(context)).contains("p1 DUPLICATE the same question as p2");
  }

  @Test
  void keepsASeedRatherThanItsCopyOfALowerId(SparkSession spark) {
    StageContext context = run(spark);
    RefineRows.write(context);
    context
        .workspace()
        .write(
            Tables.PAIRS,
            spark.createDataset(
                List.of(RefineRows.pair("0", "SEED"), RefineRows.pair("1", "Bare?")),
                GeneratedPair.ENCODER),
            context.metadata(List.of()));

    new Refine().run(context);

    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("1", QuestionText.id("Seed?"));
  }

  @Test
  void failsWhereRowsInAreNotRowsOut() {
    SplitRows.Counts out = new SplitRows.Counts(3, new TreeMap<>(Map.of("DUPLICATE", 2L)));

    assertThat(new RefineBooks(4, 1, 0, out).text())
        .isEqualTo("4 pairs and 1 seeds in; 3 rows of MathScaleQA; rejected: DUPLICATE 2");
    assertThatThrownBy(() -> new RefineBooks(4, 2, 0, out))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "rows in must be rows kept and rejected: 4 pairs and 2 seeds in, 3 kept, rejected:"
                + " DUPLICATE 2");
  }

  @Test
  void tellsWhatItFlags(SparkSession spark) {
    StageContext context =
        run(spark, "refine.quality.length=flag", "refine.quality.answer-in-solution=off");
    RefineRows.write(context);

    new Refine().run(context);

    assertThat(RefineRows.written(context, "p3").quality().flags()).containsExactly("length");
    assertThat(FlagCounts.of(context.workspace().read(Tables.MATHSCALEQA))).isEqualTo("length 2");
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
