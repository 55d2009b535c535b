package io.mathscale.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.Round;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.ErrorRates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One budget over all that rounds ask, by the count of the services. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class AcceptBudgetTest {
  private static final int COMPOSITIONS = 150;
  private static final int ROWS = 60;

  @TempDir private Path folder;

  @Test
  void isKeptOverGenerateAndValidateWithSeveralPrices(SparkSession spark) throws IOException {
    ComposedWorkspace workspace = ComposedWorkspace.in(spark, folder.resolve("w"), COMPOSITIONS);
    try (Service writer = Service.start(10, 30);
        Service one = Service.start(2, 5);
        Service two = Service.start(20, 60)) {
      List<Service> services = List.of(writer, one, two);

      // Within a stage of the first round, before the next call.
      assertThat(accept(services, "0.35")).isEqualTo(ExitCode.BUDGET);
      assertThat(charged(services)).isBetween(new BigDecimal("0.24"), new BigDecimal("0.35"));
      assertThat(one.completed() + two.completed()).as("fresh solutions").isPositive();
      assertThat(workspace.rounds()).noneMatch(Round::isEnded);

      // After the first round, in one that the rest pays or before it.
      assertThat(accept(services, "0.45")).isEqualTo(ExitCode.BUDGET);
      assertThat(charged(services)).isBetween(new BigDecimal("0.40"), new BigDecimal("0.45"));
      assertThat(workspace.rounds().get(0).isEnded()).isTrue();

      assertThat(accept(services, "100")).isEqualTo(ExitCode.DONE);
      assertThat(workspace.generated().size()).isGreaterThanOrEqualTo(ROWS);
      assertThat(
              workspace.rounds().stream().map(Round::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(charged(services));
      assertThat(services).allMatch(service -> service.teacher.stats().repeatedPrompts() == 0);
    }
  }

  /** A model service that has its own prices, in US dollars for a million tokens. */
  private record Service(Teacher teacher, int input, int output) implements AutoCloseable {
    static Service start(int input, int output) {
      return new Service(
          Teacher.start(
              TeacherOptions.defaults()
                  .withAnswers(AnswerOptions.RIGHT.withErrors(new ErrorRates(0.15, 0.30)))),
          input,
          output);
    }

    long completed() {
      return teacher.stats().completed();
    }

    BigDecimal charged() {
      TeacherStats stats = teacher.stats();
      return BigDecimal.valueOf(input * stats.promptTokens() + output * stats.completionTokens())
          .movePointLeft(6);
    }

    String settings(String name) {
      return "base-url = \"%s\", name = %s, price { input = %d, output = %d }"
          .formatted(teacher.baseUrl(), name, input, output);
    }

    @Override
    public void close() {
      teacher.close();
    }
  }

  private static BigDecimal charged(List<Service> services) {
    return services.stream().map(Service::charged).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private ExitCode accept(List<Service> services, String budget) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            budget = %s
            model { %s }
            generate.max-tokens = 400
            validate { rule = fixed, max-solutions = 2, max-tokens = 400, models = [{ %s }, { %s }] }
            accept { rows = %d, sample = 40 }
            calls.in-flight-per-executor = 4
            """
                .formatted(
                    folder.resolve("w"),
                    budget,
                    services.get(0).settings("writer"),
                    services.get(1).settings("one"),
                    services.get(2).settings("two"),
                    ROWS));
    return JobCommandLine.of(new GeneratorJob())
        .execute(new String[] {"accept", "--config", config.toString()});
  }
}
