package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.data.Answer;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.TeacherStats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that cannot be written for a while, or for too long. */
@ExtendWith(SparkExtension.class)
class FullStoreTest {
  private static final int PROMPTS = 200;
  private static final int IN_FLIGHT = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final ScriptedFileSystem store = ScriptedFileSystem.shared();

  @AfterEach
  void mend() {
    store.reset();
  }

  @Test
  void waitsForRoomAndPaysNothingTwice(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("20ms"))) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine engine = engine(spark, teacher);
      CompletableFuture<List<Answer>> asking =
          CompletableFuture.supplyAsync(() -> engine.ask(batch));
      await().atMost(PATIENCE).until(() -> teacher.stats().completed() > 20);

      store.full(true);
      awaitStandstill(teacher);
      long asked = teacher.stats().requests();
      assertThat(asked).as("no new calls are begun").isLessThan(PROMPTS);
      assertThat(asking).isNotDone();

      store.full(false);
      assertThat(asking.join()).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(teacher.stats())
          .returns((long) PROMPTS, TeacherStats::requests)
          .returns(0L, TeacherStats::repeatedPrompts);
    }
  }

  @Test
  void endsWhereItStaysFullAndTellsHowMuchIsLost(SparkSession spark) {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("20ms"))) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine impatient = engine(spark, teacher).with("calls.give-up-after = 20s");
      CompletableFuture<StageStoppedException> asking =
          CompletableFuture.supplyAsync(
              () -> catchThrowableOfType(StageStoppedException.class, () -> impatient.ask(batch)));
      await().atMost(PATIENCE).until(() -> teacher.stats().completed() > 20);

      store.full(true);
      StageStoppedException stop = asking.join();
      store.full(false);

      assertThat(stop.reason()).isEqualTo(RunStop.Reason.UNWRITABLE);
      assertThat(stop)
          .hasMessageStartingWith("test: the workspace must be writable: nothing could be written")
          .hasMessageContaining("calls/test/_journal")
          .hasMessageContaining("No space left on device");
      Matcher lost = Pattern.compile("(\\d+) answers in memory").matcher(stop.getMessage());
      assertThat(lost.find()).isTrue();
      assertThat(engine(spark, teacher).ask(batch)).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(teacher.stats().repeatedPrompts())
          .isPositive()
          .isLessThanOrEqualTo(Long.parseLong(lost.group(1)));
    }
  }

  @Test
  void worksOnAStoreThatShowsFilesOnlyWhenTheyAreClosed(SparkSession spark) {
    store.asObjectStore();
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      PromptBatch batch = Engine.batch(Engine.questions(spark, PROMPTS, 2));
      Engine engine = engine(spark, teacher);

      assertThat(engine.ask(batch)).hasSize(PROMPTS).allMatch(Answer::isComplete);
      assertThat(engine.ask(batch)).hasSize(PROMPTS);

      assertThat(teacher.stats().requests()).isEqualTo(PROMPTS);
    }
  }

  /** Until nothing was asked for as long as the calls of a window take, many times over. */
  private static void awaitStandstill(Teacher teacher) {
    long[] last = {-1, 0};
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              long requests = teacher.stats().requests();
              last[1] = requests == last[0] ? last[1] + 1 : 0;
              last[0] = requests;
              return last[1] == 10;
            });
  }

  private Engine engine(SparkSession spark, Teacher teacher) {
    return Engine.of(spark, folder, teacher.baseUrl())
        .at(ScriptedFileSystem.uri(folder))
        .with("calls.in-flight-per-executor = " + IN_FLIGHT);
  }
}
