package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a command that fails ends with, and what it says then. */
@ExtendWith(SparkExtension.class)
class ExitCodeTest {
  @TempDir private Path folder;

  @Test
  void schedulersKnowTheNumbers() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void isToldByWhatStopsAStage() {
    says(ExitCode.USAGE, new ConfigException("no"));
    says(ExitCode.BUG, new IllegalStateException("no"));
    says(ExitCode.BUDGET, stopped(RunStop.Reason.BUDGET));
    says(ExitCode.TOO_MANY_FAILURES, stopped(RunStop.Reason.TOO_MANY_FAILURES));
    says(ExitCode.REFUSED, stopped(RunStop.Reason.REFUSED));
    says(ExitCode.TAKEN_OVER, stopped(RunStop.Reason.TAKEN_OVER));
    says(ExitCode.UNWRITABLE, stopped(RunStop.Reason.UNWRITABLE));
  }

  private static StageStoppedException stopped(RunStop.Reason reason) {
    return new StageStoppedException(reason, "stopped");
  }

  /** What a command says that fails so, and must end so. */
  private static String says(ExitCode expected, RuntimeException failure) {
    StandaloneCommand command =
        new ScriptedCommands.Plain(
            word -> {
              throw failure;
            });
    return Said.by(JobCommandLine.of("test", List.of(command)), expected, "plain");
  }

  @Test
  void aSignalIsNoBugInTheLogOfEvents() {
    assertThat(CommandFailure.name(ExitCode.BUG, true)).isEqualTo("TOLD_TO_END");
    assertThat(CommandFailure.name(ExitCode.BUG, false)).isEqualTo("BUG");
    assertThat(CommandFailure.name(ExitCode.BUDGET, true)).isEqualTo("BUDGET");
  }

  @Test
  void tellsOfAMasterThatCannotBeReachedAndOfNothingElse() {
    IllegalStateException stopped =
        new IllegalStateException("Cannot call methods on a stopped SparkContext.\nIt was …");
    IllegalStateException other = new IllegalStateException("A plugin fails");

    assertThat(JobCommandLine.startFailure(stopped, "spark://127.0.0.1:7999"))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "it stopped as it started with spark.master = spark://127.0.0.1:7999");
    assertThat(JobCommandLine.startFailure(other, "local[2]")).isSameAs(other);
  }

  @Test
  void saysWhichPathCannotBeWrittenWithoutAStackTrace() {
    IOException full = new IOException("No space left on device");

    assertThat(says(ExitCode.UNWRITABLE, new UncheckedIOException("Cannot write /w/seeds", full)))
        .isEqualTo(
            "mathscale: the workspace must be writable: cannot write /w/seeds: No space left on"
                + " device; what was answered is kept, run again to go on\n");
  }

  @Test
  void saysSoOfATableThatCannotBeWritten(SparkSession spark) throws IOException {
    String workspace = ScriptedFileSystem.uri(folder.resolve("w")).toString();
    Path config =
        Files.writeString(folder.resolve("c.conf"), "workspace = \"" + workspace + "\"\n");
    ScriptedFileSystem store = ScriptedFileSystem.shared();
    JobCommandLine line = JobCommandLine.of("test", List.of(new ScriptedCommands.Writer(store)));
    try {
      assertThat(Said.by(line, ExitCode.UNWRITABLE, "writer", "--config", config.toString()))
          .contains("mathscale: the workspace must be writable: cannot write scripted:")
          .contains("/w/seeds: No space left on device; what was answered is kept");
      assertThat(spark.sparkContext().isStopped()).isFalse();
    } finally {
      store.reset();
    }
  }

  /** Its files are removed by the one that took its tables. */
  @Test
  void whatFailsAfterItsTablesWereTakenWasTakenOver(SparkSession spark) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"), "workspace = \"" + folder.resolve("w") + "\"\n");
    JobCommandLine line = JobCommandLine.of("test", List.of(new ScriptedCommands.Robbed()));

    assertThat(Said.by(line, ExitCode.TAKEN_OVER, "robbed", "--config", config.toString()))
        .startsWith("mathscale: the tables of robbed are another command's now");
    assertThat(spark.sparkContext().isStopped()).isFalse();
    try (Stream<Path> runs = Files.list(folder.resolve("w/_runs"))) {
      assertThat(runs.findFirst().orElseThrow().resolve("events.jsonl"))
          .content()
          .contains("TAKEN_OVER", "are another command's now");
    }
  }
}
