package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.estimate.Estimate;
import io.mathscale.core.calls.estimate.Estimate.Projection;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a stage would take is told before it is paid. */
@ExtendWith(SparkExtension.class)
class EstimateTest {
  private static final int PROMPTS = 300;
  private static final int SAMPLE = 60;

  @TempDir private Path workspace;

  @Test
  void countsTheTokensOfThePromptsAndSendsNothing(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));

      Estimate estimate = engine(spark, teacher).completions(false).estimate(batch);

      TokenCounter counter = new TokenCounter();
      long input =
          IntStream.range(0, PROMPTS)
              .mapToLong(number -> counter.count(Engine.question(number).messages()))
              .sum();
      long output = (long) PROMPTS * Engine.SAMPLING.maxTokens();
      assertThat(estimate.toAsk()).isEqualTo(PROMPTS);
      assertThat(estimate.inputTokens()).isEqualTo(input);
      assertThat(estimate.mostOutputTokens()).isEqualTo(output);
      assertThat(estimate.mostCost())
          .isEqualByComparingTo(BigDecimal.valueOf(input + 10 * output).movePointLeft(6));
      assertThat(estimate.projection()).isEmpty();
      assertThat(teacher.stats().requests()).isZero();
    }
  }

  @Test
  void tellsTheMostWithTheLimitAndTheTierThatRequestsHave(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, 3, 1));
      Engine engine =
          engine(spark, teacher)
              .with("model.price.tiers.priority { input = 100, output = 1000 }")
              .with("model.extra-body { max_tokens = 100000, service_tier = flex }");

      Estimate estimate = engine.completions(false).estimate(batch);
      String said = Said.during(() -> engine.ask(batch));

      assertThat(estimate.mostCost().doubleValue()).isBetween(3.0, 3.01);
      assertThat(said).contains("3 are to be asked, for at most $3.00 a try");
    }
  }

  @Test
  void projectsFromASampleThatIsPaidOnce(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine engine = engine(spark, teacher);

      engine.completions(false).askSample(batch, SAMPLE);
      engine.completions(false).askSample(batch, SAMPLE);
      Estimate estimate = engine.completions(false).estimate(batch);

      assertThat(teacher.stats().requests()).isEqualTo(SAMPLE);
      assertThat(estimate.calls()).isEqualTo(PROMPTS);
      assertThat(estimate.ended()).isEqualTo(SAMPLE);
      assertThat(estimate.spent()).isEqualByComparingTo(paid(teacher));

      BigDecimal rest = engine.calls(batch.prompts(), false).cost();
      Projection projection = estimate.projection().orElseThrow();
      assertThat(teacher.stats().requests()).as("the sample is not paid again").isEqualTo(PROMPTS);
      assertThat(rest.subtract(estimate.spent()).doubleValue())
          .isBetween(projection.cost().low() - 1e-9, projection.cost().high() + 1e-9);
      assertThat(engine.completions(false).estimate(batch).toAsk()).isZero();
    }
  }

  @Test
  void countsFailedCallsThatAreToBeAskedAgain(SparkSession spark) {
    try (Teacher teacher =
        Teacher.start(TeacherOptions.defaults().withFault(Fault.CONTENT_FILTER, 0.5))) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine engine = engine(spark, teacher).with("calls.max-failure-ratio = 1");
      long failed = engine.calls(batch.prompts(), false).failed();

      Estimate once = engine.completions(false).estimate(batch);
      Estimate again = engine.completions(true).estimate(batch);

      assertThat(failed).isBetween(PROMPTS / 4L, PROMPTS * 3L / 4);
      assertThat(once.toAsk()).isZero();
      assertThat(again.toAsk()).isEqualTo(failed);
      assertThat(again.spent()).isEqualByComparingTo(once.spent());
    }
  }

  @Test
  void doesNotJudgeTheFailuresOfASample(SparkSession spark) {
    try (Teacher teacher =
        Teacher.start(TeacherOptions.defaults().withFault(Fault.CONTENT_FILTER, 0.5))) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine engine = engine(spark, teacher).with("calls.max-failure-ratio = 0.05");

      engine.completions(false).askSample(batch, SAMPLE);

      assertThat(engine.completions(false).estimate(batch).ended()).isEqualTo(SAMPLE);
      assertThatThrownBy(() -> engine.ask(batch))
          .isInstanceOf(StageStoppedException.class)
          .hasMessageContaining("calls.max-failure-ratio");
    }
  }

  private static BigDecimal paid(Teacher teacher) {
    long input = teacher.stats().promptTokens();
    long output = teacher.stats().completionTokens();
    return BigDecimal.valueOf(input + 10 * output).movePointLeft(6);
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl())
        .with("model.price.input = 1")
        .with("model.price.output = 10");
  }
}
