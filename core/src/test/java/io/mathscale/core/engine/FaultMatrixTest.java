package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, every prompt ends once: as a completion, or as a failure with its cause. */
@ExtendWith(SparkExtension.class)
class FaultMatrixTest {
  private static final int PROMPTS = 200;

  @TempDir private Path workspace;

  /** Each fault, and the causes by which calls may fail for it; those that pass leave none. */
  static Stream<Arguments> faults() {
    return Stream.of(Fault.values()).map(fault -> Arguments.of(fault, causes(fault)));
  }

  private static Set<FailureCause> causes(Fault fault) {
    return switch (fault) {
      case TOO_MANY_REQUESTS,
          RETRY_AFTER,
          RETRY_AFTER_MS,
          RETRY_AFTER_DATE,
          SERVER_ERROR,
          UNAVAILABLE,
          RESET,
          CONTENT_TYPE ->
          Set.of();
      case SLOW, STALL -> Set.of(FailureCause.TIMEOUT);
      case TRUNCATED -> Set.of(FailureCause.NOT_JSON);
      case HTML -> Set.of(FailureCause.NOT_JSON, FailureCause.SERVER_ERROR);
      case EMPTY -> Set.of(FailureCause.EMPTY);
      case LENGTH -> Set.of(FailureCause.TRUNCATED);
      case CONTENT_FILTER -> Set.of(FailureCause.FILTERED);
      case HUGE -> Set.of(FailureCause.BODY_TOO_LARGE);
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void endsEveryPromptOnce(Fault fault, Set<FailureCause> causes, SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withSeed(7).withFault(fault, 0.1);
    try (Teacher teacher = Teacher.start(options)) {
      List<Answer> answers = engine(spark, teacher).ask(Engine.questions(spark, PROMPTS, 3));

      assertEachOnce(answers);
      assertThat(causesOf(answers)).isSubsetOf(causes);
      boolean failsAtOnce =
          switch (fault) {
            case LENGTH, CONTENT_FILTER, HUGE -> true;
            default -> false;
          };
      long failed = answers.stream().filter(answer -> !answer.isComplete()).count();
      assertThat(failed).isBetween(failsAtOnce ? 8L : 0L, failsAtOnce ? 40L : 8L);
    }
  }

  @Test
  void endsEveryPromptOnceUnderAllFaultsTogether(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withSeed(7);
    for (Fault fault : Fault.values()) {
      options = options.withFault(fault, fault == Fault.HUGE ? 0.01 : 0.06);
    }

    try (Teacher teacher = Teacher.start(options)) {
      List<Answer> answers = engine(spark, teacher).ask(Engine.questions(spark, PROMPTS, 3));

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
        .with("model.timeout = 1500ms");
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
