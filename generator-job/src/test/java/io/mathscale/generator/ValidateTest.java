package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.data.ModelVotes;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Tables;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.ErrorRates;
import io.mathscale.teacher.families.PosedProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(SparkExtension.class)
class ValidateTest {
  private static final String THREE_MODELS =
      "validate.models = [{ name = one }, { name = two }, { name = three }]";

  private static final AnswerOptions WRONG_AT_TIMES =
      AnswerOptions.RIGHT.withErrors(new ErrorRates(0.05, 0.30)).withCoincide(0.3).withPhrasings();

  /** Half of them are hard. */
  private static final int PAIRS = 240;

  @TempDir private Path folder;
  private PairsToValidate pairs;

  @BeforeEach
  void openWorkspace(SparkSession spark) {
    pairs = new PairsToValidate(spark, folder);
  }

  @Test
  void tellsRightAnswersFromWrongOnesAtHalfTheCalls() throws IOException {
    pairs.write(pairs.posed(PAIRS));
    try (Teacher teacher = PairsToValidate.teacher(WRONG_AT_TIMES)) {
      assertThat(pairs.validate(teacher, THREE_MODELS)).isEqualTo(ExitCode.DONE);

      List<Validation> validations = pairs.validations();
      long calls = teacher.stats().completed();
      assertThat(validations).hasSizeBetween(PAIRS * 9 / 10, PAIRS);
      assertThat(validations.stream().mapToInt(Validation::tries).sum()).isEqualTo(calls);
      assertThat(calls).isLessThanOrEqualTo(validations.size() * 5L * 55 / 100);
      List<Validation> wrongOnes =
          validations.stream().filter(one -> pairs.wrong().contains(one.id())).toList();
      assertThat(count(wrongOnes, ValidationVerdict.AGREED))
          .isLessThanOrEqualTo(wrongOnes.size() * 5L / 100);
      List<Validation> rightOnes =
          validations.stream().filter(one -> !pairs.wrong().contains(one.id())).toList();
      assertThat(rightOnes.size() - count(rightOnes, ValidationVerdict.AGREED))
          .isLessThanOrEqualTo(rightOnes.size() * 3L / 100);
      assertThat(validations)
          .allSatisfy(
              one -> {
                assertThat(one.votes().stream().mapToInt(group -> group.count()).sum())
                    .isLessThanOrEqualTo(one.tries());
                assertThat(one.passRate()).isBetween(0.0, 1.0);
                assertThat(one.cost()).isPositive();
                assertThat(one.rule()).isEqualTo("sequential-5");
                assertThat(one.solution().isEmpty())
                    .as("refine may be told to take it")
                    .isEqualTo(one.verdict() != ValidationVerdict.OUTVOTED);
              });
      assertThat(
              validations.stream()
                  .flatMap(one -> one.votes().stream())
                  .flatMap(group -> group.models().stream())
                  .map(ModelVotes::model)
                  .distinct())
          .containsExactlyInAnyOrder("one", "two", "three");
      BigDecimal cost =
          validations.stream().map(Validation::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(pairs.workspace().manifest("validations").orElseThrow().calls().cost())
          .isEqualByComparingTo(cost);
    }
  }

  @Test
  void asksNothingWhereThereIsNothingToCompareAndListsUselessReplies() throws IOException {
    PosedProblem problem = PairsToValidate.pose(new SplittableRandom(5));
    pairs.write(
        List.of(
            PairsToValidate.pair(
                "proof",
                "Prove that $2$ is even.",
                "It is, since $2 = 2$.",
                "",
                QuestionType.PROOF),
            PairsToValidate.pair("short", "What is 1 + 1?", "2", "2", QuestionType.VALUE),
            PairsToValidate.pair(
                "unknown",
                "How many angels dance on this needle?",
                "By counting them all we find $\\boxed{7}$.",
                "7",
                QuestionType.VALUE),
            PairsToValidate.pair(
                "right",
                problem.question(),
                problem.solution(),
                problem.answer(),
                QuestionType.VALUE)));
    String flagged = "refine.quality.missing-answer = flag";
    try (Teacher teacher = PairsToValidate.teacher(AnswerOptions.RIGHT)) {
      assertThat(pairs.validate(teacher, flagged)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).isEqualTo(2 + 5);
      List<Validation> validations = pairs.validations();

      assertThat(pairs.validate(teacher, flagged)).isEqualTo(ExitCode.DONE);
      assertThat(teacher.stats().completed()).as("asked anew").isEqualTo(2 + 5);
      assertThat(pairs.validations()).containsExactlyInAnyOrderElementsOf(validations);
    }

    assertThat(pairs.validations())
        .extracting(
            one -> "%s %s %d %s".formatted(one.id(), one.verdict(), one.tries(), one.passRate()))
        .containsExactlyInAnyOrder(
            "proof UNDECIDED 0 null", "unknown UNSOLVED 5 0.0", "right AGREED 2 1.0");
    assertThat(pairs.workspace().read(Tables.rejectedBy("validate")).collectAsList())
        .hasSize(5)
        .allMatch(row -> row.reason() == RejectionReason.REFUSAL)
        .allMatch(row -> row.id().equals("unknown") && row.call().length() == 64)
        .extracting(Rejected::origin)
        .contains("pair unknown, fresh solution 4, by teacher");
  }

  @Test
  void keepsOneBudgetOverAllModels() throws IOException {
    pairs.write(pairs.posed(40));
    String priced =
        """
        budget = 0.05
        model.price { input = 10, output = 30 }
        validate { max-tokens = 200, models = [{ name = one }, { name = two, price { input = 20, output = 60 } }] }
        """;
    try (Teacher teacher = PairsToValidate.teacher(AnswerOptions.RIGHT)) {
      assertThat(pairs.validate(teacher, priced)).isEqualTo(ExitCode.BUDGET);
      BigDecimal most =
          BigDecimal.valueOf(
                  20 * teacher.stats().promptTokens() + 60 * teacher.stats().completionTokens())
              .movePointLeft(6);
      assertThat(teacher.stats().completed()).isPositive();
      assertThat(most.divide(BigDecimal.valueOf(2))).isLessThan(new BigDecimal("0.05"));
      assertThat(pairs.workspace().has(Tables.VALIDATIONS)).isFalse();

      assertThat(pairs.validate(teacher, priced, "validate.models=[{name=a, price {}}]"))
          .isEqualTo(ExitCode.USAGE);
      assertThat(pairs.validate(teacher, priced, "budget=10")).isEqualTo(ExitCode.DONE);
      assertThat(pairs.validations())
          .hasSizeBetween(30, 40)
          .allMatch(
              one -> one.verdict() == ValidationVerdict.AGREED || pairs.wrong().contains(one.id()));
      assertThat(teacher.stats().completed())
          .isEqualTo(pairs.validations().stream().mapToInt(Validation::tries).sum());
    }
  }

  private static long count(List<Validation> validations, ValidationVerdict verdict) {
    return validations.stream().filter(one -> one.verdict() == verdict).count();
  }
}
