package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a service charged without our knowing is counted, too. */
@ExtendWith(SparkExtension.class)
class DoubtTest {
  private static final int PROMPTS = 400;
  private static final double RATE = 0.06;

  @TempDir private Path workspace;

  /**
   * Answers are damaged after they were charged: reset, cut, packed badly, never sent, replaced by
   * a 500. The cap is half of what the calls would take.
   */
  @Tag("slow")
  @Test
  void neverPassesTheCapByTheCountOfTheServer(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withSeed(11);
    for (Fault fault :
        List.of(
            Fault.PAID_RESET,
            Fault.PAID_STALL,
            Fault.PAID_LENGTH,
            Fault.PAID_GZIP,
            Fault.PAID_SERVER_ERROR)) {
      options = options.withFault(fault, RATE);
    }

    BigDecimal whole = priceOfAll(spark);
    BigDecimal cap = whole.divide(BigDecimal.valueOf(2));
    try (Teacher teacher = Teacher.start(options)) {
      Engine engine =
          Engine.of(spark, workspace.resolve("damaged"), teacher.baseUrl())
              .with("model.price { input = 100, output = 500 }")
              .with("model.timeout = 1s");
      Dataset<Prompt> prompts = Engine.questions(spark, PROMPTS, 2);

      Engine capped = engine.with("calls.budget = " + cap);
      StageStoppedException stop =
          catchThrowableOfType(StageStoppedException.class, () -> capped.ask(batch(prompts)));
      TeacherStats first = teacher.stats();
      Manifest.Calls all = calls(engine.with("calls.budget = 1000"), prompts);

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.BUDGET);
      assertThat(stop).hasMessageContaining("is spent, and perhaps $");
      assertThat(first.completed()).isGreaterThan(20);
      assertThat(paid(first)).isLessThanOrEqualTo(cap);
      assertThat(all.completed()).isEqualTo(PROMPTS);
      assertThat(all.doubtfulCost()).isPositive();
      assertThat(paid(teacher.stats()))
          .isGreaterThan(all.cost())
          .isLessThanOrEqualTo(all.cost().add(all.doubtfulCost()));
    }
  }

  @Test
  void doubtsNothingWhereTheServiceTurnsRequestsAway(SparkSession spark) {
    TeacherOptions options =
        TeacherOptions.defaults()
            .withSeed(11)
            .withFault(Fault.TOO_MANY_REQUESTS, RATE)
            .withFault(Fault.RETRY_AFTER_MS, RATE)
            .withFault(Fault.EMPTY, RATE);
    try (Teacher teacher = Teacher.start(options)) {
      Engine engine =
          Engine.of(spark, workspace, teacher.baseUrl())
              .with("model.price { input = 100, output = 500 }")
              .with("calls.budget = 1000");

      Manifest.Calls all = engine.calls(Engine.questions(spark, PROMPTS, 2), false);

      assertThat(all.doubtfulCost()).isZero();
      assertThat(all.cost()).isEqualByComparingTo(paid(teacher.stats()));
    }
  }

  /** What all answers cost where nothing goes wrong. */
  private BigDecimal priceOfAll(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine.of(spark, workspace.resolve("good"), teacher.baseUrl())
          .ask(batch(Engine.questions(spark, PROMPTS, 2)));
      return paid(teacher.stats());
    }
  }

  /** Short answers, so that the worst price is not far from the true one. */
  private static PromptBatch batch(Dataset<Prompt> prompts) {
    return PromptBatch.of("test", prompts, PROMPTS, Sampling.of(0, 16));
  }

  private static Manifest.Calls calls(Engine engine, Dataset<Prompt> prompts) {
    try (CallResults results = engine.completions(false).ask(batch(prompts))) {
      return results.calls();
    }
  }

  private static BigDecimal paid(TeacherStats stats) {
    return BigDecimal.valueOf(100 * stats.promptTokens() + 500 * stats.completionTokens())
        .movePointLeft(6);
  }
}
