package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.PairJudgement;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.validate.ValidationCounts;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.families.PosedProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Judges of what votes leave open. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class ValidateByJudgesTest {
  @TempDir private Path folder;
  private PairsToValidate pairs;

  @BeforeEach
  void openWorkspace(SparkSession spark) {
    pairs = new PairsToValidate(spark, folder);
  }

  @Test
  void judgesDecideWhatNoVotesCan() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    PosedProblem first = PairsToValidate.pose(random);
    PosedProblem second = PairsToValidate.pose(random);
    PosedProblem slip = PairsToValidate.slips(second).get(0);
    PosedProblem third = PairsToValidate.pose(random);
    String open = "The result, which we call by the name that it had, is $\\boxed{\\text{B}}$.";
    pairs.write(
        List.of(
            PairsToValidate.posed("sound", first, first.solution(), "", QuestionType.PROOF),
            PairsToValidate.posed("unsound", second, slip.solution(), "", QuestionType.PROOF),
            PairsToValidate.pair(
                "unknown",
                "Prove that angels dance on this needle.",
                "They are seen to dance there by all who look.",
                "",
                QuestionType.PROOF),
            PairsToValidate.posed(
                "untold", PairsToValidate.pose(random), open, "B", QuestionType.VALUE),
            PairsToValidate.posed(
                "agreed", third, third.solution(), third.answer(), QuestionType.VALUE)));
    String flagged = "refine.quality { missing-answer = flag, answer-in-solution = flag }\n";
    try (Teacher teacher = PairsToValidate.teacher(AnswerOptions.RIGHT)) {
      assertThat(pairs.validate(teacher, flagged, "validate.judged=true"))
          .isEqualTo(ExitCode.USAGE);

      String judged =
          flagged
              + "validate.judged = true\nvalidate.replace = majority\n"
              + "judge { check = 1, models = [{ name = j, price { input = 1, output = 2 } }] }";
      assertThat(pairs.validate(teacher, judged)).isEqualTo(ExitCode.DONE);

      long voted = pairs.validations().stream().mapToInt(Validation::tries).sum();
      assertThat(teacher.stats().completed()).isEqualTo(voted + 5);
      assertThat(pairs.validations())
          .extracting(
              one ->
                  "%s %s %s %s %s"
                      .formatted(
                          one.id(),
                          one.verdict(),
                          one.isJudged(),
                          one.judgements().get(0).verdict(),
                          one.solution().isEmpty()))
          .containsExactlyInAnyOrder(
              "sound AGREED true RIGHT true",
              "unsound OUTVOTED true WRONG true",
              "unknown UNDECIDED false UNSURE true",
              "untold OUTVOTED true WRONG false",
              "agreed AGREED false RIGHT true");
      assertThat(pairs.validations())
          .allSatisfy(
              one -> {
                assertThat(one.judgements().get(0).words()).isNotBlank();
                assertThat(one.judgements().get(0).cost()).isPositive();
                assertThat(one.cost()).isGreaterThanOrEqualTo(one.judgements().get(0).cost());
              });
      assertThat(pairs.workspace().manifest("validations").orElseThrow().calls().cost())
          .isEqualByComparingTo(
              pairs.validations().stream()
                  .map(Validation::cost)
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(ValidationCounts.of(pairs.workspace().read(Tables.VALIDATIONS)).judges())
          .isEqualTo(new ValidationCounts.Judges(5, 1, 2, 1, 1));
      assertThat(pairs.workspace().stagesThatAsked()).contains("validate-judge-j");

      List<Validation> before = pairs.validations();
      assertThat(pairs.validate(teacher, judged)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).as("asked anew").isEqualTo(voted + 5);
      assertThat(pairs.validations()).containsExactlyInAnyOrderElementsOf(before);

      // What judges said goes with them.
      assertThat(pairs.validate(teacher, flagged)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).as("asked anew").isEqualTo(voted + 5);
      assertThat(pairs.validations())
          .extracting(one -> one.id() + " " + one.verdict() + one.judgements() + one.isJudged())
          .containsExactlyInAnyOrder(
              "sound UNDECIDED[]false",
              "unsound UNDECIDED[]false",
              "unknown UNDECIDED[]false",
              "untold UNDECIDED[]false",
              "agreed AGREED[]false");
    }
  }

  @Test
  void judgesCountWhereAllOfThemSayTheSameAndKeepTheBudget() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<GeneratedPair> proofs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      PosedProblem problem = PairsToValidate.pose(random);
      proofs.add(
          PairsToValidate.posed("p" + i, problem, problem.solution(), "", QuestionType.PROOF));
    }

    pairs.write(proofs);
    String judged =
        """
        refine.quality.missing-answer = flag
        validate.judged = true
        judge.max-tokens = 100
        judge.models = [{ name = j, price { input = 10, output = 20 } }, { name = k, price { input = 10, output = 20 } }]
        """;
    try (Teacher teacher = PairsToValidate.teacher(AnswerOptions.RIGHT.withMisjudged(0.4))) {
      assertThat(pairs.validate(teacher, judged, "budget=0.05")).isEqualTo(ExitCode.BUDGET);
      assertThat(teacher.stats().completed()).isBetween(1L, 23L);
      assertThat(pairs.workspace().has(Tables.VALIDATIONS)).isFalse();

      assertThat(pairs.validate(teacher, judged)).isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isEqualTo(24);
      assertThat(pairs.validations())
          .allSatisfy(
              one -> {
                assertThat(one.judgements())
                    .extracting(PairJudgement::judge)
                    .containsExactly("j", "k");
                JudgeVerdict said = one.judgements().get(0).verdict();
                boolean isOne = one.judgements().get(1).verdict() == said;
                assertThat(one.isJudged()).isEqualTo(isOne);
                assertThat(one.verdict())
                    .isEqualTo(
                        !isOne
                            ? ValidationVerdict.UNDECIDED
                            : said == JudgeVerdict.RIGHT
                                ? ValidationVerdict.AGREED
                                : ValidationVerdict.OUTVOTED);
              });
      assertThat(pairs.validations())
          .extracting(Validation::verdict)
          .contains(ValidationVerdict.UNDECIDED);
    }
  }

  @Test
  void tellsBeforehandWhatJudgesAreAsked() throws IOException {
    PosedProblem problem = PairsToValidate.pose(new SplittableRandom(3));
    pairs.write(
        List.of(PairsToValidate.posed("p", problem, problem.solution(), "", QuestionType.PROOF)));
    String judged =
        "refine.quality.missing-answer = flag\nvalidate.judged = true\njudge.models = [{ name = j }]";
    try (Teacher teacher = PairsToValidate.teacher(AnswerOptions.RIGHT)) {
      assertThat(pairs.run(teacher, judged, List.of("validate", "--dry-run")))
          .isEqualTo(ExitCode.DONE);
      assertThat(pairs.run(teacher, judged, List.of("validate", "--estimate")))
          .isEqualTo(ExitCode.DONE);

      assertThat(teacher.stats().completed()).isZero();
      assertThat(pairs.workspace().manifest("prompts/validate-judge-j").orElseThrow().rows())
          .isEqualTo(1);
    }
  }
}
