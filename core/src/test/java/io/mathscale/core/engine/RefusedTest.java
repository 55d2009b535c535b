package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.data.Message;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A service that will not serve us is found out by a handful of calls. */
@ExtendWith(SparkExtension.class)
class RefusedTest {
  private static final int MANY = 10_000;

  @TempDir private Path workspace;

  @Test
  void stopsAtAWrongKey(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withKey("right"))) {
      StageStoppedException stop = stopped(spark, teacher.baseUrl());

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.REFUSED);
      assertThat(stop).hasMessageContaining("Incorrect API key provided");
      assertThat(teacher.stats().requests()).isBetween(1L, 5L);
    }
  }

  @Test
  void stopsWhenTheMoneyIsGone(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withQuota(100))) {
      StageStoppedException stop = stopped(spark, teacher.baseUrl());

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.REFUSED);
      assertThat(stop).hasMessageContaining("You exceeded your current quota");
      // What was in flight when the first refusal came back, twice: the quota is checked on entry.
      assertThat(teacher.stats().requests()).isBetween(101L, 100L + 3 * 32);
    }
  }

  @Test
  void stopsWhereNobodyListens(SparkSession spark) {
    String nobody;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      nobody = teacher.baseUrl();
    }

    Engine engine = Engine.of(spark, workspace, nobody);
    StageStoppedException stop =
        catchThrowableOfType(
            StageStoppedException.class, () -> engine.ask(Engine.questions(spark, 100, 2)));

    assertThat(stop.reason()).isEqualTo(RunStop.Reason.REFUSED);
    assertThat(stop).hasMessageStartingWith("The model service must be reachable: No answer from");
  }

  @Test
  void waitsLongerForAServiceThatHasAnsweredBefore(SparkSession spark) {
    Engine engine;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      engine =
          Engine.of(spark, workspace, teacher.baseUrl())
              .with("calls.start-patience = 1s")
              .with("calls.give-up-after = 20s");
      engine.ask(Engine.questions(spark, 5, 1));
    }

    StageStoppedException stop =
        catchThrowableOfType(
            StageStoppedException.class, () -> engine.ask(Engine.questions(spark, 20, 1)));

    assertThat(stop.reason()).isEqualTo(RunStop.Reason.REFUSED);
    assertThat(stop)
        .hasMessageStartingWith(
            "test: the model service must answer within 20 s (calls.give-up-after): No answer from");
  }

  private StageStoppedException stopped(SparkSession spark, String baseUrl) {
    Dataset<Prompt> prompts =
        spark.range(MANY).as(Encoders.LONG()).map(new Question(), Prompt.ENCODER);
    Engine engine = Engine.of(spark, workspace, baseUrl);
    return catchThrowableOfType(StageStoppedException.class, () -> engine.ask(prompts));
  }

  /** The question of a number. */
  private static final class Question implements MapFunction<Long, Prompt> {
    private static final long serialVersionUID = 1L;

    @Override
    public Prompt call(Long number) {
      return new Prompt("row-" + number, 0, List.of(Message.user("What is " + number + " + 1?")));
    }
  }
}
