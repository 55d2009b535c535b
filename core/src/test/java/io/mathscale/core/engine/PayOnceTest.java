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
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.testing.Gate;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for is never lost and never paid for twice. */
@ExtendWith(SparkExtension.class)
class PayOnceTest {
  private static final int PROMPTS = 300;

  /** As many as a slow run needs that something is to happen to. */
  private static final int SLOW_PROMPTS = 60;

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  @TempDir private Path workspace;

  @Test
  void asksNothingAgainAndGivesTheSameRowsInAnyPartitions(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher);

      List<Answer> first = engine.ask(Engine.questions(spark, PROMPTS, 2));
      List<Answer> again = engine.ask(Engine.questions(spark, PROMPTS, 7));

      assertThat(again).containsExactlyInAnyOrderElementsOf(first).hasSize(PROMPTS);
      assertThat(teacher.stats().requests()).isEqualTo(PROMPTS);

      Engine other = Engine.of(spark, workspace.resolve("other"), teacher.baseUrl());
      List<Answer> elsewhere = other.ask(Engine.questions(spark, PROMPTS, 7));

      assertThat(contents(elsewhere)).isEqualTo(contents(first));
    }
  }

  @Test
  void asksEqualPromptsOnceForAllRows(SparkSession spark) {
    List<Prompt> prompts =
        List.of(
            Engine.question(1),
            new Prompt("other", 0, Engine.question(1).messages()),
            new Prompt("row-1", 1, Engine.question(1).messages()));
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      List<Answer> answers =
          engine(spark, teacher).ask(spark.createDataset(prompts, Prompt.ENCODER));

      assertThat(answers).hasSize(3);
      assertThat(teacher.stats())
          .returns(2L, TeacherStats::requests)
          .returns(2L, TeacherStats::distinctPrompts);
    }
  }

  @Tag("slow")
  @Test
  void asksFailuresAgainOnlyWhenTold(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withFault(Fault.LENGTH, 0.2);
    try (Teacher teacher = Teacher.start(options)) {
      Engine engine = engine(spark, teacher).with("model.price { input = 1, output = 1 }");
      Dataset<Prompt> prompts = Engine.questions(spark, PROMPTS, 2);

      engine.ask(prompts);
      Manifest.Calls resumed = engine.calls(prompts, false);
      long failed = resumed.failed();
      Manifest.Calls retried = engine.calls(prompts, true);

      assertThat(failed).isBetween(20L, 100L);
      assertThat(resumed.failuresByCause())
          .containsExactly(Map.entry(FailureCause.TRUNCATED.name(), failed));
      assertThat(teacher.stats().requests()).isEqualTo(PROMPTS + failed);
      assertThat(retried.completed() + retried.failed()).isEqualTo(PROMPTS);
      assertThat(retried.failed()).isLessThan(failed);
      assertThat(retried.cost())
          .as("what the failures cost that were asked again is counted too")
          .isEqualByComparingTo(paid(teacher));
    }
  }

  @Test
  void keepsTruncatedAnswersWhereTheStageCanUseThem(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withFault(Fault.LENGTH, 0.2);
    try (Teacher teacher = Teacher.start(options)) {
      List<Answer> answers =
          engine(spark, teacher)
              .ask(Engine.batch(Engine.questions(spark, PROMPTS, 2)).keepingTruncatedAnswers());

      assertThat(answers).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(answers.stream().filter(a -> a.completion().finishReason().equals("length")))
          .hasSizeBetween(20, 100)
          .noneMatch(answer -> answer.completion().content().isEmpty());
    }
  }

  @Test
  void asksNothingAgainWhenATaskIsKilledAndTriedAgain(SparkSession spark) {
    RunningTasks tasks = new RunningTasks("collect at StageRun");
    spark.sparkContext().addSparkListener(tasks);
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        Gate gate = Gate.before(teacher.baseUrl())) {
      Dataset<Prompt> prompts = Engine.questions(spark, SLOW_PROMPTS, 2);
      Engine slow =
          Engine.of(spark, workspace, gate.baseUrl()).with("calls.in-flight-per-executor = 4");
      CompletableFuture<List<Answer>> asking =
          CompletableFuture.supplyAsync(() -> slow.ask(prompts));

      gate.let(11);
      await().atMost(Duration.ofMinutes(2)).until(() -> teacher.stats().completed() > 10);
      List<Long> killed = tasks.running();
      killed.forEach(task -> spark.sparkContext().killTaskAttempt(task, true, "a test"));
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                gate.let(1);
                return tasks.started() > 2;
              });
      gate.open();
      List<Answer> answers = asking.join();

      assertThat(killed).isNotEmpty();
      assertThat(tasks.started()).isGreaterThan(2);
      assertThat(answers).hasSize(SLOW_PROMPTS).allMatch(Answer::isComplete);
      assertThat(teacher.stats())
          .returns((long) SLOW_PROMPTS, TeacherStats::completed)
          .returns(0L, TeacherStats::repeatedPrompts);
    } finally {
      spark.sparkContext().removeSparkListener(tasks);
    }
  }

  @Test
  void refusesASecondRunAtTheSameTime(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        Gate gate = Gate.before(teacher.baseUrl())) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, SLOW_PROMPTS, 2));
      Engine slow = Engine.of(spark, workspace, gate.baseUrl());
      CompletableFuture<List<Answer>> first = CompletableFuture.supplyAsync(() -> slow.ask(batch));
      gate.let(1);
      await().atMost(Duration.ofMinutes(2)).until(() -> teacher.stats().completed() > 0);

      assertThatThrownBy(() -> slow.ask(batch))
          .isInstanceOf(ConfigException.class)
          .hasMessageStartingWith("One run of a stage must ask at a time: another is at work");

      gate.open();
      assertThat(first.join()).hasSize(SLOW_PROMPTS).allMatch(Answer::isComplete);
      assertThat(teacher.stats().requests()).isEqualTo(SLOW_PROMPTS);
    }
  }

  @Test
  void stopsAskingWhenAnotherRunTookTheStageAndGoesOnAfterATornLine(SparkSession spark)
      throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("200ms"))) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, SLOW_PROMPTS, 2));
      Engine slow = engine(spark, teacher).with("calls.in-flight-per-executor = 2");
      Path file = workspace.resolve("calls/" + batch.stage() + "/_running");
      CompletableFuture<List<Answer>> first = CompletableFuture.supplyAsync(() -> slow.ask(batch));
      await().atMost(Duration.ofMinutes(2)).until(() -> teacher.stats().completed() > 0);

      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                OtherRun.takes(file);
                return first.isDone();
              });

      assertThatThrownBy(first::join)
          .cause()
          .isInstanceOf(StageStoppedException.class)
          .hasMessageContaining("another has taken it over")
          .extracting("reason")
          .isEqualTo(RunStop.Reason.TAKEN_OVER);
      assertThat(teacher.stats().completed()).isLessThan(SLOW_PROMPTS);
      Files.delete(file);
      tearOneLine();
      Engine fast = engine(spark, teacher);
      assertThat(fast.ask(batch)).hasSize(SLOW_PROMPTS).allMatch(Answer::isComplete);
      assertThat(teacher.stats()).returns(1L, TeacherStats::repeatedPrompts);
      assertThat(linesLeft()).as("all is in the tables").isEmpty();
    }
  }

  @Test
  void stopsBelowTheBudgetAndResumesToOnePass(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      Engine engine = engine(spark, teacher).with("model.price { input = 100, output = 500 }");
      Dataset<Prompt> prompts = Engine.questions(spark, PROMPTS, 2);

      StageStoppedException stop = stopped(engine.with("calls.budget = 1.00"), prompts);
      BigDecimal paidFirst = paid(teacher, 100, 500);
      long completedFirst = teacher.stats().completed();
      assertThat(linesLeft()).as("all is in the tables").isEmpty();
      assertThat(workspace.resolve("calls/test/_leases")).as("all is settled").doesNotExist();
      assertThat(answersInTable(spark)).isEqualTo(completedFirst);
      stopped(engine.with("calls.budget = 1.00"), prompts);
      long completedSecond = teacher.stats().completed();
      Manifest.Calls whole = engine.with("calls.budget = 100").calls(prompts, false);

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.BUDGET);
      assertThat(stop).hasMessageContaining("calls.budget must allow another call: $0.");
      assertThat(paidFirst).isLessThanOrEqualTo(BigDecimal.ONE).isGreaterThan(BigDecimal.ZERO);
      assertThat(completedSecond).isEqualTo(completedFirst);
      assertThat(teacher.stats())
          .returns((long) PROMPTS, TeacherStats::completed)
          .returns(0L, TeacherStats::repeatedPrompts);
      assertThat(whole.cost()).isEqualByComparingTo(paid(teacher, 100, 500));
    }
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, workspace, teacher.baseUrl());
  }

  private static StageStoppedException stopped(Engine engine, Dataset<Prompt> prompts) {
    return catchThrowableOfType(StageStoppedException.class, () -> engine.ask(prompts));
  }

  private static Map<String, String> contents(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.toMap(Answer::id, answer -> answer.completion().content()));
  }

  private static BigDecimal paid(Teacher teacher) {
    return paid(teacher, 1, 1);
  }

  private static BigDecimal paid(Teacher teacher, long input, long output) {
    TeacherStats stats = teacher.stats();
    return BigDecimal.valueOf(stats.promptTokens() * input + stats.completionTokens() * output)
        .divide(MILLION);
  }

  private long answersInTable(SparkSession spark) {
    return Workspace.at(spark, workspace.toString())
        .manifest("calls/test/completions")
        .orElseThrow()
        .rows();
  }

  private void tearOneLine() throws IOException {
    Path file = linesLeft().get(0);
    byte[] lines = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(lines, lines.length - 20));
  }

  /** The files of the journal that have lines. */
  private List<Path> linesLeft() throws IOException {
    try (Stream<Path> files = Files.walk(workspace.resolve("calls/test/_journal"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(PayOnceTest::hasLines)
          .sorted()
          .toList();
    }
  }

  private static boolean hasLines(Path file) {
    return file.toFile().length() > 0;
  }
}
