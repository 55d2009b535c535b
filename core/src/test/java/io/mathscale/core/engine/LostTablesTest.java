package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.command.guard.CommandGuard;
import io.mathscale.core.command.guard.TableLocks;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.FastTime;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.TableGuard;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command whose tables another took while it stood still pays for nothing that it cannot write,
 * and keeps the stage from nobody: a nemesis (seed 2) had it ask all of a stage while the one that
 * took over was refused.
 */
@ExtendWith(SparkExtension.class)
class LostTablesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PROMPTS = 400;

  @TempDir private Path folder;
  private TableCatalog workspace;
  private Path lock;

  @BeforeEach
  void openWorkspace() {
    workspace = TableCatalog.at(new Configuration(), folder.toString());
    lock = folder.resolve("_locks/concepts");
  }

  @Test
  void asksNothingWhereTheyAreLostAlready(SparkSession spark) throws IOException {
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults());
        TableLocks locks = take()) {
      OtherRun.takes(lock);

      assertThat(stopOf(spark, teacher, locks).reason()).isEqualTo(RunStop.Reason.TAKEN_OVER);
      assertThat(teacher.stats().requests()).isZero();
      assertThat(folder.resolve("calls/test/_running")).doesNotExist();
    }
  }

  @Test
  void stopsAskingWhenTheyAreLost(SparkSession spark) {
    TeacherOptions options = TeacherOptions.defaults().withLatency("500ms");
    try (Teacher teacher = Teacher.start(options);
        TableLocks locks = take()) {
      CompletableFuture<StageStoppedException> stop =
          CompletableFuture.supplyAsync(() -> stopOf(spark, teacher, locks));
      await().atMost(PATIENCE).until(() -> teacher.stats().completed() > 0 || stop.isDone());
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                OtherRun.takes(lock);
                return stop.isDone();
              });

      assertThat(stop.join().reason()).isEqualTo(RunStop.Reason.TAKEN_OVER);
      assertThat(teacher.stats().completed()).isLessThan(PROMPTS);
    }
  }

  private TableLocks take() {
    return TableLocks.take(workspace, new TreeSet<>(List.of("concepts")), new FastTime(10));
  }

  private StageStoppedException stopOf(SparkSession spark, Teacher teacher, TableLocks locks) {
    TableGuard guard = new CommandGuard(locks, workspace, false, message -> {});
    Engine engine =
        Engine.of(spark, folder, teacher.baseUrl()).with("calls.in-flight-per-executor = 8");
    return catchThrowableOfType(
        StageStoppedException.class,
        () ->
            engine
                .completions(false, guard)
                .ask(Engine.batch(Engine.questions(spark, PROMPTS, 2)))
                .close());
  }
}
