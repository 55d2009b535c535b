package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One budget for all stages of a workspace. */
@ExtendWith(SparkExtension.class)
class SharedBudgetTest {
  private static final int PROMPTS = 200;

  @TempDir private Path workspace;

  @Test
  void countsWhatOtherStagesSpent(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher).with("budget = 1.50");

      assertThat(engine.ask(batch("first", Engine.questions(spark, PROMPTS, 2)))).hasSize(PROMPTS);
      BigDecimal first = paid(teacher);
      StageStoppedException stop =
          catchThrowableOfType(
              StageStoppedException.class,
              () -> engine.ask(batch("second", Engine.questions(spark, 2 * PROMPTS, 2))));
      BigDecimal both = paid(teacher);
      StageStoppedException again =
          catchThrowableOfType(
              StageStoppedException.class,
              () -> engine.ask(batch("third", Engine.questions(spark, PROMPTS, 2))));

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.BUDGET);
      assertThat(stop).hasMessageStartingWith("second: budget must allow another call: $1.");
      assertThat(both).isGreaterThan(first).isLessThanOrEqualTo(new BigDecimal("1.50"));
      assertThat(again).hasMessageStartingWith("third: budget must allow another call: $1.");
      assertThat(paid(teacher))
          .as("lines that are not in the tables count, too")
          .isEqualByComparingTo(both);
    }
  }

  @Tag("slow")
  @Test
  void isSpentByOneRunAtATime(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("200ms"))) {
      Engine engine =
          engine(spark, teacher).with("budget = 100").with("calls.in-flight-per-executor = 2");
      CompletableFuture<List<Answer>> first =
          CompletableFuture.supplyAsync(
              () -> engine.ask(batch("first", Engine.questions(spark, 60, 2))));
      await().atMost(Duration.ofMinutes(2)).until(() -> teacher.stats().completed() > 0);

      assertThatThrownBy(() -> engine.ask(batch("second", Engine.questions(spark, 60, 2))))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("_spending");

      assertThat(first.join()).hasSize(60).allMatch(Answer::isComplete);
    }
  }

  /** Short answers, so that the worst price is not far from the true one. */
  private static PromptBatch batch(String stage, Dataset<Prompt> prompts) {
    return PromptBatch.of(stage, prompts, prompts.count(), Sampling.of(0, 16));
  }

  private static BigDecimal paid(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return BigDecimal.valueOf(100 * stats.promptTokens() + 500 * stats.completionTokens())
        .movePointLeft(6);
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl())
        .with("model.price { input = 100, output = 500 }");
  }
}
