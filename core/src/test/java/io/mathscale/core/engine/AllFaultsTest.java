package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.Completions;
import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.data.Answer;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.FastTime;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole engine where everything goes wrong at once; {@code FaultMatrixTest} tries each fault on
 * the model client alone.
 */
@ExtendWith(SparkExtension.class)
class AllFaultsTest {
  private static final int PROMPTS = 200;

  /** Pauses of minutes pass in seconds. */
  private static final FastTime FAST = new FastTime(20);

  @TempDir private Path workspace;

  @Tag("slow")
  @Test
  void endsEveryPromptOnceUnderAllFaultsTogether(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withSeed(7);
    for (Fault fault : Fault.values()) {
      options = options.withFault(fault, fault == Fault.HUGE ? 0.01 : 0.045);
    }

    try (Teacher teacher = Teacher.start(options)) {
      Completions completions = engine(spark, teacher).completions(false).withTime(FAST);
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 3));
      List<Answer> answers = completions.ask(batch).rows().collectAsList();

      assertEachOnce(answers);
      assertThat(causesOf(answers))
          .contains(FailureCause.TRUNCATED, FailureCause.FILTERED)
          .doesNotContain(
              FailureCause.KEY_REFUSED, FailureCause.NO_QUOTA, FailureCause.UNKNOWN_MODEL);
    }
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl())
        .with("model.max-body = 1MiB")
        .with("model.timeout = 1500ms")
        .with("calls.start-patience = 1h");
  }

  private static void assertEachOnce(List<Answer> answers) {
    Set<String> ids = new HashSet<>();
    answers.forEach(answer -> ids.add(answer.id()));

    assertThat(answers).hasSize(PROMPTS);
    assertThat(ids).hasSize(PROMPTS);
    assertThat(answers)
        .allMatch(answer -> (answer.completion() == null) != (answer.failure() == null))
        .allMatch(answer -> !answer.isComplete() || !answer.completion().content().isBlank());
  }

  private static Set<FailureCause> causesOf(List<Answer> answers) {
    Set<FailureCause> causes = new HashSet<>();
    answers.stream()
        .filter(answer -> !answer.isComplete())
        .forEach(answer -> causes.add(answer.failure().cause()));
    return causes;
  }
}
