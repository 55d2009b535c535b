package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.calls.AnswerCheck;
import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.data.Answer;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Answers of no use are not paid a hundred thousand times, and can be asked for again. */
@ExtendWith(SparkExtension.class)
class BrakeTest {
  private static final int MANY = 20_000;
  private static final int FEW = 400;
  private static final int IN_FLIGHT = 32;

  private static final AnswerCheck READER = content -> !content.startsWith("I cannot help");

  @TempDir private Path workspace;

  @Test
  void stopsSoonWhereAnswersAreOfNoUse(SparkSession spark) {
    TeacherOptions options =
        TeacherOptions.defaults().withFault(Fault.REFUSAL, 1).withLatency("200ms");
    try (Teacher teacher = Teacher.start(options)) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, MANY, 2)).checkedBy(READER);

      StageStoppedException stop =
          catchThrowableOfType(
              StageStoppedException.class, () -> engine(spark, teacher).ask(batch));

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.TOO_MANY_REJECTED);
      assertThat(stop)
          .hasMessageContaining("calls.max-rejected-ratio")
          .hasMessageContaining("\"I cannot help with that.\"");
      assertThat(teacher.stats().requests()).isBetween(200L, 200L + 3 * IN_FLIGHT);
    }
  }

  @Tag("slow")
  @Test
  void asksAgainWhatWasRejectedWithAnotherSeed(SparkSession spark) {
    PromptBatch batch = Engine.batch(Engine.questions(spark, FEW, 2)).checkedBy(READER);
    TeacherOptions options = TeacherOptions.defaults().withFault(Fault.REFUSAL, 0.3).withSeed(3);
    try (Teacher teacher = Teacher.start(options)) {
      Engine engine = engine(spark, teacher);
      long rejected = rejected(engine.ask(batch));
      long again = rejected(engine.ask(batch));
      assertThat(rejected).isBetween(60L, 180L);
      assertThat(again).isEqualTo(rejected);
      assertThat(teacher.stats().requests()).isEqualTo(FEW);
    }

    try (Teacher good = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, good);
      BigDecimal before = costOf(engine, batch);
      try (CallResults results = engine.completions(false).askingRejectedAgain().ask(batch)) {
        List<Answer> answers = results.rows().collectAsList();

        assertThat(answers).hasSize(FEW);
        assertThat(rejected(answers)).isZero();
        assertThat(answers.stream().filter(answer -> answer.completion().attempt() == 1))
            .hasSize((int) good.stats().requests());
        assertThat(results.calls().completed()).isEqualTo(FEW);
        assertThat(results.calls().cost()).isEqualByComparingTo(before.add(paid(good)));
      }

      assertThat(rejected(engine.ask(batch))).as("the latest answer stays").isZero();
      assertThat(good.stats().requests()).isBetween(60L, 180L);
    }
  }

  private static BigDecimal costOf(Engine engine, PromptBatch batch) {
    try (CallResults results = engine.completions(false).ask(batch)) {
      return results.calls().cost();
    }
  }

  private static long rejected(List<Answer> answers) {
    return answers.stream()
        .filter(answer -> !READER.isUsable(answer.completion().content()))
        .count();
  }

  private static BigDecimal paid(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return BigDecimal.valueOf(stats.promptTokens() + 10 * stats.completionTokens())
        .movePointLeft(6);
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl())
        .with("model.price { input = 1, output = 10 }");
  }
}
