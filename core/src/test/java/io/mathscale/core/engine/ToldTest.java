package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a stage says before its first call. */
@ExtendWith(SparkExtension.class)
class ToldTest {
  private static final int PROMPTS = 40;

  /** More than a dollar buys. */
  private static final int MANY = 300;

  @TempDir private Path workspace;

  @Test
  void tellsWhatIsAskedAndWhatItMayCost(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher);

      assertThat(said(engine, batch(spark, PROMPTS, 0.7)))
          .filteredOn(line -> line.contains(" needed: "))
          .singleElement()
          .asString()
          .matches(
              "test: 40 calls are needed: 0 are answered already, 40 are to be asked, for at most"
                  + " \\$0\\.\\d{4} a try");
      assertThat(said(engine, batch(spark, PROMPTS + 5, 0.7)))
          .filteredOn(line -> line.contains(" needed: "))
          .singleElement()
          .asString()
          .matches(
              "test: 45 calls are needed: 40 are answered already, 5 are to be asked, for about"
                  + " \\$0\\.\\d{4}, at most \\$0\\.\\d{4} a try");
    }
  }

  @Test
  void tellsHowManyAnswersStandUnderOtherSettings(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher);
      said(engine, batch(spark, PROMPTS, 0.7));

      assertThat(said(engine, batch(spark, PROMPTS, 0.5)))
          .contains(
              "test: 40 answers stand under other settings: test.temperature was 0.7, is 0.5");
      assertThat(said(engine, batch(spark, 10, 0.5).madeWith("test.prompt", "b@2")))
          .contains(
              "test: 10 calls are needed: 10 are answered already, 0 are to be asked",
              "test: 40 answers stand under other settings: test.prompt was unknown, is b@2;"
                  + " test.temperature was 0.7, is 0.5");
      assertThat(Files.readString(workspace.resolve("calls/test/runs.json")))
          .contains("\"test.temperature\" : \"0.5\"", "\"answers\" : 40")
          .doesNotContain("What is");
    }
  }

  @Test
  void tellsOfAnswersThatAreNotNeeded(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher);
      said(engine, batch(spark, PROMPTS, 0.7));

      assertThat(said(engine, batch(spark, 30, 0.7)))
          .contains("test: 10 answers stand to prompts that are not among these")
          .noneMatch(line -> line.contains("other settings"));
      assertThat(said(engine, batch(spark, 30, 0.7).asPart()))
          .noneMatch(line -> line.contains("not among these"));
    }
  }

  @Test
  void tellsOfFailuresAndWhatAsksThemAgain(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withFault(Fault.LENGTH, 0.3);
    try (Teacher teacher = Teacher.start(options)) {
      Engine engine = engine(spark, teacher);
      said(engine, batch(spark, PROMPTS, 0.7));
      long failed =
          Workspace.at(spark, workspace.toString())
              .manifest("calls/test/failures")
              .orElseThrow()
              .rows();

      assertThat(said(engine, batch(spark, PROMPTS, 0.7)))
          .contains(
              "test: 40 calls are needed: %d are answered already, %d failed before and are not"
                      .formatted(PROMPTS - failed, failed)
                  + " asked again (--retry-failed does), 0 are to be asked");
    }
  }

  @Test
  void countsTheAnswersOfARunThatStopped(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine poor = engine(spark, teacher).with("model.price { input = 100, output = 500 }");
      Engine stopping = poor.with("calls.budget = 1");
      assertThat(catchThrowable(() -> said(stopping, batch(spark, MANY, 0.7)))).isNotNull();
      long answered = teacher.stats().completed();

      assertThat(answered).isBetween(1L, MANY - 1L);
      assertThat(said(poor, batch(spark, PROMPTS, 0.5)))
          .contains(
              "test: %d answers stand under other settings: test.temperature was 0.7, is 0.5"
                  .formatted(answered));
      List<String> resumed = said(poor, batch(spark, MANY, 0.7));
      assertThat(resumed)
          .filteredOn(line -> line.contains("300 of 300 calls (100.0 %)"))
          .as("the last line of progress counts what was there before")
          .isNotEmpty();
    }
  }

  private static PromptBatch batch(SparkSession spark, int prompts, double temperature) {
    Dataset<Prompt> questions = Engine.questions(spark, prompts, 2);
    return PromptBatch.of("test", questions, prompts, Sampling.of(temperature, 512));
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl())
        .with("model.price { input = 1, output = 2 }");
  }

  private static List<String> said(Engine engine, PromptBatch batch) {
    return Said.during(() -> engine.ask(batch)).lines().toList();
  }
}
