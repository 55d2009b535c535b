package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.PairJudgement;
import io.mathscale.core.data.PairValidation;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.data.VoteGroup;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.text.QuestionText;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.replies.ScriptedAnswers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Refine} makes of pairs that others have solved or judged. */
@ExtendWith(SparkExtension.class)
class RefineValidatedTest {
  @TempDir private Path folder;

  @Test
  void rejectsWhatFreshSolutionsContradictAndWantsAsMuchAgreementAsIsSaid(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=true", "refine.min-agreement=0.6");
    writeValidated(context);

    new Refine().run(context);

    assertThat(RefineRows.rejected(context))
        .contains(
            "v2 OUTVOTED of 3 fresh solutions 2 have 5, 1 have 1 as the row",
            "v3 LOW_AGREEMENT a majority of 0.6 must agree (refine.min-agreement): of 5 fresh"
                + " solutions none has an answer",
            "v5 NOT_VALIDATED a row must be validated where refine.min-agreement is set: no fresh"
                + " solution was asked for",
            "v6 NOT_VALIDATED a row must be validated where refine.min-agreement is set: no fresh"
                + " solution was asked for");
    assertThat(context.workspace().read(Tables.MATHSCALEQA).collectAsList())
        .extracting(QaPair::id)
        .containsExactlyInAnyOrder("v1", "v8", QuestionText.id("Seed?"));
  }

  @Test
  void takesTheAnswerOfTheMajorityWhereThatIsWanted(SparkSession spark) {
    StageContext context = run(spark, "refine.include-seeds=false", "validate.replace=majority");
    writeValidated(context);

    new Refine().run(context);

    assertThat(RefineRows.rejected(context))
        .containsExactlyInAnyOrder(
            "v6 DUPLICATE the same question as v1", "v7 JUDGED_WRONG j says WRONG: For reasons.");
    assertThat(RefineRows.written(context, "v1").validation())
        .isEqualTo(new PairValidation(ValidationVerdict.AGREED, 1, 1.0, 2, cost()));
    assertThat(RefineRows.written(context, "v5").validation()).isNull();
    QaPair replaced = RefineRows.written(context, "v2");
    assertThat(replaced.answer()).isEqualTo("5");
    assertThat(replaced.solution()).isEqualTo("Another solution, which ends in this: 5.");
    assertThat(replaced.validation().verdict()).isEqualTo(ValidationVerdict.OUTVOTED);
    assertThat(replaced.difficulty().passRate()).as("of the answer that it had").isNull();
    assertThat(RefineRows.written(context, "v1").difficulty())
        .isEqualTo(
            new Difficulty(
                1.0, 2, "sequential-5", 1, "", List.of(new Difficulty.ModelRate("m", 1.0, 2))));
  }

  /** What was said of the pair of another call that had the same id does not count. */
  private static void writeValidated(StageContext context) {
    RefineRows.write(context);
    context
        .workspace()
        .write(
            Tables.PAIRS,
            context
                .spark()
                .createDataset(
                    List.of(
                        RefineRows.pair("v1", "Is it agreed?"),
                        RefineRows.pair("v2", "Is it outvoted?"),
                        RefineRows.pair("v3", "Is it unsolved?"),
                        RefineRows.pair("v5", "Is it another?"),
                        RefineRows.pair("v6", "is it agreed?"),
                        RefineRows.pair("v7", "Do judges call it wrong?"),
                        RefineRows.pair("v8", "And what do they call right?")),
                    GeneratedPair.ENCODER),
            context.metadata(List.of()));
    List<VoteGroup> outvoted =
        List.of(
            new VoteGroup("5", 2, false, List.of(new ModelVotes("m", 2))),
            new VoteGroup("1", 1, true, List.of(new ModelVotes("m", 1))));
    List<VoteGroup> agreed = List.of(new VoteGroup("1", 2, true, List.of(new ModelVotes("m", 2))));
    context
        .workspace()
        .write(
            Tables.VALIDATIONS,
            context
                .spark()
                .createDataset(
                    List.of(
                        validation("v1", ValidationVerdict.AGREED, "1", 2, agreed),
                        validation("v2", ValidationVerdict.OUTVOTED, "5", 3, outvoted),
                        validation("v3", ValidationVerdict.UNSOLVED, "", 5, List.of()),
                        new Validation(
                            "v5",
                            ValidationVerdict.OUTVOTED,
                            "5",
                            1,
                            0.0,
                            2,
                            "sequential-5",
                            outvoted,
                            "",
                            cost(),
                            "the key of an older call",
                            List.of(),
                            false),
                        validation("v7", ValidationVerdict.UNDECIDED, "", 0, List.of())
                            .withJudgements(judged(JudgeVerdict.WRONG), BigDecimal.ZERO)
                            .judged(ValidationVerdict.OUTVOTED, "", ""),
                        validation("v8", ValidationVerdict.UNDECIDED, "", 0, List.of())
                            .withJudgements(judged(JudgeVerdict.RIGHT), BigDecimal.ZERO)
                            .judged(ValidationVerdict.AGREED, "1", "")),
                    Validation.ENCODER),
            context.metadata(List.of()));
  }

  private static Validation validation(
      String id, ValidationVerdict verdict, String answer, int tries, List<VoteGroup> votes) {
    int most = votes.stream().mapToInt(VoteGroup::count).max().orElse(0);
    int all = votes.stream().mapToInt(VoteGroup::count).sum();
    return new Validation(
        id,
        verdict,
        answer,
        all == 0 ? 0 : (double) most / all,
        verdict == ValidationVerdict.AGREED ? 1.0 : 0.0,
        tries,
        "sequential-5",
        votes,
        verdict == ValidationVerdict.OUTVOTED ? "Another solution, which ends in this: 5." : "",
        cost(),
        ScriptedAnswers.provenance(id, "").call(),
        List.of(),
        false);
  }

  private static List<PairJudgement> judged(JudgeVerdict verdict) {
    return List.of(new PairJudgement("j", verdict, "For reasons.", BigDecimal.ZERO, "the key"));
  }

  private static BigDecimal cost() {
    return new BigDecimal("0.002000000000000000");
  }

  private StageContext run(SparkSession spark, String... settings) {
    return StageContexts.in(folder.resolve("w"), spark, settings);
  }
}
