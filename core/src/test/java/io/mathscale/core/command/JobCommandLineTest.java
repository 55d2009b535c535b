package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class JobCommandLineTest {
  @TempDir private Path folder;
  private Path config;
  private SparkSession spark;
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void writeConfig(SparkSession session) throws IOException {
    spark = session;
    config =
        Files.writeString(
            folder.resolve("c.conf"), "workspace = \"" + folder.resolve("w") + "\"\n");
  }

  @Test
  void runsCommandsInTheOrderGiven() {
    assertThat(line("second", "first", "--config", config.toString())).isEqualTo(ExitCode.DONE);
    assertThat(done).containsExactly("second", "first");
  }

  @Test
  void tellsInTheWorkspaceWhatHappened() throws IOException {
    line("second", "first", "--config", config.toString());

    try (Stream<Path> runs = Files.list(folder.resolve("w/_runs"))) {
      assertThat(Files.readAllLines(runs.findFirst().orElseThrow().resolve("events.jsonl")))
          .extracting(
              event ->
                  event.replaceAll("^.*\"event\":\"(\\w+)\",\"command\":\"(\\w+)\".*", "$1 $2"))
          .containsExactly("started second", "done second", "started first", "done first");
    }
  }

  @Test
  void leavesASessionThatItFound() {
    line("first", "--config", config.toString());

    assertThat(spark.range(3).count()).isEqualTo(3);
  }

  @Test
  void checksEveryCommandBeforeTheFirstRuns() {
    assertThat(line("first", "picky", "--config", config.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();
  }

  @Test
  void looksForTheFilesOfEveryCommandBeforeTheFirstRuns() throws IOException {
    Path file = folder.resolve("rows.jsonl");
    String[] args = {"first", "files", "--config", config.toString()};

    assertThat(lineOf(args).executeWithoutSpark()).as("a local file").contains(ExitCode.USAGE);
    assertThat(line(args)).isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();

    Files.writeString(file, "{}");
    assertThat(lineOf(args).executeWithoutSpark()).isEmpty();
    assertThat(line(args)).as("what is wrong in it").isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();
    assertThat(folder.resolve("w")).doesNotExist();

    Files.writeString(file, "{}\n{}");
    assertThat(line(args)).isEqualTo(ExitCode.DONE);
    assertThat(done).containsExactly("first", "files");
  }

  @Test
  void aPlainCommandNeedsNoConfiguration() {
    assertThat(line("plain", "--word", "hello")).isEqualTo(ExitCode.DONE);
    assertThat(done).containsExactly("hello");
  }

  @Test
  void aPlainCommandTakesNoConfigurationEither() {
    assertThat(line("plain", "--config", config.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(line("plain", "--set", "seed=1")).isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();

    assertThat(line("first", "--config", config.toString(), "plain", "--word", "hello"))
        .isEqualTo(ExitCode.DONE);
    assertThat(done).containsExactlyInAnyOrder("first", "hello");
  }

  @Test
  void aStageNeedsOne() {
    assertThat(line("first")).isEqualTo(ExitCode.USAGE);
    assertThat(line("first", "--config", "none.conf")).isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();
  }

  @Test
  void settingsGoOverTheFile() {
    assertThat(line("first", "--config", config.toString(), "--set", "seed=x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(done).isEmpty();
  }

  @Test
  void wrongUsageIsUsage() {
    assertThat(line()).isEqualTo(ExitCode.USAGE);
    assertThat(line("third")).isEqualTo(ExitCode.USAGE);
    assertThat(line("first", "--fast")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void helpIsDone() {
    assertThat(line("first", "--help")).isEqualTo(ExitCode.DONE);
    assertThat(done).isEmpty();
  }

  @Test
  void looksWithoutASession() {
    assertThat(lineOf("look", "--config", config.toString()).executeWithoutSpark())
        .contains(ExitCode.DONE);
    assertThat(done).containsExactly("look w");
    assertThat(folder.resolve("w")).doesNotExist();
  }

  @Test
  void refusesWithoutASession() {
    assertThat(lineOf("picky", "--config", config.toString()).executeWithoutSpark())
        .contains(ExitCode.USAGE);
    assertThat(lineOf("first", "--config", "none.conf").executeWithoutSpark())
        .contains(ExitCode.USAGE);
    assertThat(lineOf("third").executeWithoutSpark()).contains(ExitCode.USAGE);
    assertThat(lineOf("first", "--help").executeWithoutSpark()).contains(ExitCode.DONE);
    assertThat(done).isEmpty();
  }

  @Test
  void leavesToASessionWhatNeedsOne() {
    assertThat(lineOf("look", "first", "--config", config.toString()).executeWithoutSpark())
        .isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void looksInASessionAmongOtherCommands() {
    assertThat(line("first", "look", "--config", config.toString())).isEqualTo(ExitCode.DONE);
    assertThat(done).containsExactly("first", "look w");
  }

  @Test
  void aRefusedRunMakesNoWorkspace() {
    assertThat(line("missing", "--config", config.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(folder.resolve("w")).doesNotExist();
  }

  @Test
  void refusesASecondWriterOfTheSameTablesBeforeItBegins() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ScriptedCommands.Slow slow = new ScriptedCommands.Slow(begun, end);
    CompletableFuture<ExitCode> first =
        CompletableFuture.supplyAsync(
            () -> JobCommandLine.of("a", List.of(slow)).execute("slow", "--config", "" + config));
    begun.await();

    assertThat(line("first", "--config", config.toString()))
        .as("of other tables")
        .isEqualTo(ExitCode.DONE);
    String said =
        Said.by(
            JobCommandLine.of("b", List.of(slow)), ExitCode.USAGE, "slow", "--config", "" + config);
    end.countDown();

    assertThat(said)
        .contains("One command must write the tables of slow at a time: another is at work")
        .contains(" " + ProcessHandle.current().pid() + " ")
        .contains(folder.resolve("w/_locks/slow").toString());
    assertThat(first.join()).isEqualTo(ExitCode.DONE);
    assertThat(slow.runs()).hasValue(1);
  }

  private ExitCode line(String... args) {
    return lineOf(args).execute();
  }

  private Line lineOf(String... args) {
    JobCommandLine line =
        JobCommandLine.of(
            "test",
            List.of(
                new ScriptedCommands.First(done),
                new ScriptedCommands.Second(done),
                new ScriptedCommands.Picky(done),
                new ScriptedCommands.Reads(done, folder.resolve("rows.jsonl")),
                new ScriptedCommands.Look(done),
                new ScriptedCommands.Missing(),
                new ScriptedCommands.Plain(done::add)));
    return new Line(line, List.of(args));
  }

  private record Line(JobCommandLine line, List<String> args) {
    ExitCode execute() {
      return line.execute(args.toArray(new String[0]));
    }

    Optional<ExitCode> executeWithoutSpark() {
      return line.executeWithoutSpark(args.toArray(new String[0]));
    }
  }
}
