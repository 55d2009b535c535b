package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Answer;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stage that asks other models than that of the configuration. */
@ExtendWith(SparkExtension.class)
class OtherModelTest {
  private static final int PROMPTS = 60;

  @TempDir private Path workspace;

  @Test
  void eachHasItsOwnServiceKeyAndCalls(SparkSession spark) {
    try (Teacher one = Teacher.start(TeacherOptions.defaults());
        Teacher other = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = Engine.of(spark, workspace, one.baseUrl());
      ModelConfig elsewhere = listed(other.baseUrl(), "Org/model-2.5").get(0);
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));

      List<Answer> first = engine.ask(batch);
      List<Answer> second = engine.ask(batch.askedOf(elsewhere));
      engine.ask(batch.askedOf(elsewhere));

      assertThat(first).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(second).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(one.stats().completed()).isEqualTo(PROMPTS);
      assertThat(other.stats().completed()).as("nothing is asked twice").isEqualTo(PROMPTS);
      assertThat(workspace.resolve("calls/test/completions")).isDirectory();
      assertThat(workspace.resolve("calls/test-Org-model-2.5/completions")).isDirectory();
    }
  }

  @Test
  void theBudgetOfTheWorkspaceHoldsOverAll(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine =
          Engine.of(spark, workspace, teacher.baseUrl())
              .with("model.price { input = 100, output = 500 }")
              .with("budget = 0.60");
      List<ModelConfig> models = listed(teacher.baseUrl(), "a", "b");
      PromptBatch batch =
          PromptBatch.of("ask", Engine.questions(spark, PROMPTS, 2), PROMPTS, Sampling.of(0, 16));

      engine.ask(batch.askedOf(models.get(0)));
      StageStoppedException stop =
          catchThrowableOfType(
              StageStoppedException.class, () -> engine.ask(batch.askedOf(models.get(1))));

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.BUDGET);
      assertThat(stop).hasMessageStartingWith("ask-b: budget must allow another call: $0.");
      assertThat(paid(teacher)).isLessThanOrEqualTo(new BigDecimal("0.60"));
    }
  }

  @Test
  void whatIsWrongWithOneIsSaidOfItsPlace() {
    MathscaleConfig config =
        config(
            """
            budget = 1
            model { base-url = "http://h:1/v1", name = m, price { input = 1, output = 2 } }
            validate.models = [{ name = a }, { name = b, price {} }]
            """);
    AskedModels models =
        AskedModels.of("validate.models", config.validate().models(), config.model());

    assertThatThrownBy(() -> models.requireEach(config::requireReadyToAsk))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "validate.models[1].price must hold prices where budget is set: without them nothing is"
                + " counted; where the service charges nothing, set validate.models[1].free = true");
    assertThat(AskedModels.of("validate.models", List.of(), config.model()).models())
        .containsExactly(config.model());
  }

  @Test
  void aFreeServiceMakesNoOtherFree() {
    MathscaleConfig config =
        config(
            """
            budget = 10
            model { base-url = "http://own:8000/v1", name = m, free = true }
            validate.models = [{ name = a }, { name = b, base-url = "https://api.openai.com/v1" }]
            """);
    AskedModels models =
        AskedModels.of("validate.models", config.validate().models(), config.model());

    assertThatThrownBy(() -> models.requireEach(config::requireReadyToAsk))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("validate.models[1].price must hold prices where budget is set");
  }

  private static List<ModelConfig> listed(String baseUrl, String... names) {
    StringBuilder blocks = new StringBuilder();
    for (String name : names) {
      blocks.append("{ name = \"").append(name).append("\" }\n");
    }

    return config(
            "model { base-url = \"%s\", price { input = 100, output = 500 } }%nvalidate.models = [%s]"
                .formatted(baseUrl, blocks))
        .validate()
        .models();
  }

  private static MathscaleConfig config(String text) {
    return Settings.parse("workspace = w\n" + text, "t", List.of()).config();
  }

  private static BigDecimal paid(Teacher teacher) {
    TeacherStats stats = teacher.stats();
    return BigDecimal.valueOf(100 * stats.promptTokens() + 500 * stats.completionTokens())
        .movePointLeft(6);
  }
}
