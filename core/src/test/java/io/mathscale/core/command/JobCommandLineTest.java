package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.calls.limits.RunStop;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
  void aSignalIsNoBugInTheLogOfEvents() {
    assertThat(CommandFailure.name(ExitCode.BUG, true)).isEqualTo("TOLD_TO_END");
    assertThat(CommandFailure.name(ExitCode.BUG, false)).isEqualTo("BUG");
    assertThat(CommandFailure.name(ExitCode.BUDGET, true)).isEqualTo("BUDGET");
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
  void whatStopsAStageIsItsExitCode() {
    assertThat(failingWith(new ConfigException("no"))).isEqualTo(ExitCode.USAGE);
    assertThat(failingWith(new IllegalStateException("no"))).isEqualTo(ExitCode.BUG);
    assertThat(failingWith(stopped(RunStop.Reason.BUDGET))).isEqualTo(ExitCode.BUDGET);
    assertThat(failingWith(stopped(RunStop.Reason.TOO_MANY_FAILURES)))
        .isEqualTo(ExitCode.TOO_MANY_FAILURES);
    assertThat(failingWith(stopped(RunStop.Reason.REFUSED))).isEqualTo(ExitCode.REFUSED);
    assertThat(failingWith(stopped(RunStop.Reason.TAKEN_OVER))).isEqualTo(ExitCode.TAKEN_OVER);
    assertThat(failingWith(stopped(RunStop.Reason.UNWRITABLE))).isEqualTo(ExitCode.UNWRITABLE);
  }

  @Test
  void saysWhichPathCannotBeWrittenWithoutAStackTrace() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    IOException full = new IOException("No space left on device");

    ExitCode exit =
        printing(said, () -> failingWith(new UncheckedIOException("Cannot write /w/seeds", full)));

    assertThat(exit).isEqualTo(ExitCode.UNWRITABLE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "mathscale: the workspace must be writable: cannot write /w/seeds: No space left on"
                + " device; what was answered is kept, run again to go on\n");
  }

  @Test
  void endsWithTheExitCodeOfAnUnwritableWorkspaceWhereItsTablesCannotBeWritten() {
    ScriptedFileSystem store = ScriptedFileSystem.shared();
    String workspace = "workspace=" + ScriptedFileSystem.uri(folder.resolve("w"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    JobCommandLine line = JobCommandLine.of("test", List.of(new Writer(store)));
    try {
      ExitCode exit =
          printing(said, () -> line.execute("writer", "--config", "" + config, "--set", workspace));

      assertThat(exit).isEqualTo(ExitCode.UNWRITABLE);
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("mathscale: the workspace must be writable: cannot write scripted:")
          .contains("/w/seeds: No space left on device; what was answered is kept");
    } finally {
      store.reset();
    }
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
    Slow slow = new Slow(begun, end);
    CompletableFuture<ExitCode> first =
        CompletableFuture.supplyAsync(
            () -> JobCommandLine.of("a", List.of(slow)).execute("slow", "--config", "" + config));
    begun.await();

    assertThat(line("first", "--config", config.toString()))
        .as("of other tables")
        .isEqualTo(ExitCode.DONE);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ExitCode second =
        printing(
            said,
            () -> JobCommandLine.of("b", List.of(slow)).execute("slow", "--config", "" + config));
    end.countDown();

    assertThat(second).isEqualTo(ExitCode.USAGE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("One command must write the tables of slow at a time: another is at work")
        .contains(" " + ProcessHandle.current().pid() + " ")
        .contains(folder.resolve("w/_locks/slow").toString());
    assertThat(first.join()).isEqualTo(ExitCode.DONE);
    assertThat(slow.runs()).hasValue(1);
  }

  private static ExitCode printing(ByteArrayOutputStream said, Supplier<ExitCode> command) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      return command.get();
    } finally {
      System.setErr(before);
    }
  }

  @Test
  void tellsOnceOfAStaleTableThatIsReadAndRefusesItWhenStrict() {
    Workspace workspace = Workspace.at(spark, folder.resolve("w").toString());
    write(workspace, Tables.SEEDS);
    write(workspace, Tables.rejectedBy("extract"), Tables.SEEDS);
    write(workspace, Tables.SEEDS);
    String told = "table rejected/extract is stale: seeds was replaced after it was made";
    String[] read = {"reader", "--config", config.toString()};
    String[] cat = {"cat", "rejected/extract", "--count", "--config", config.toString()};
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream strictly = new ByteArrayOutputStream();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();

    assertThat(printing(said, () -> reader().execute(read))).isEqualTo(ExitCode.DONE);
    assertThat(printing(seen, () -> reader().execute(cat))).isEqualTo(ExitCode.DONE);
    assertThat(printing(strictly, () -> reader().execute(with(read, "--strict"))))
        .isEqualTo(ExitCode.USAGE);

    assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce(told);
    assertThat(seen.toString(StandardCharsets.UTF_8)).containsOnlyOnce(told);
    assertThat(strictly.toString(StandardCharsets.UTF_8))
        .contains(
            "table rejected/extract must be made from the tables that stand (--strict): seeds was"
                + " replaced after it was made; to make it anew run extract");
    assertThat(printing(said, () -> reader().execute(with(cat, "--strict"))))
        .isEqualTo(ExitCode.USAGE);
  }

  private static JobCommandLine reader() {
    return JobCommandLine.of("test", List.of(new Reader(), new Cat(new StringWriter())));
  }

  private static String[] with(String[] arguments, String more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  private void write(Workspace workspace, Table<?> table, Table<?>... inputs) {
    workspace.write(
        new Table<>(table.name(), Encoders.STRING(), 1, table.producer()),
        spark.createDataset(List.of("x"), Encoders.STRING()),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE));
  }

  @Test
  void schedulersKnowTheNumbers() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  private static StageStoppedException stopped(RunStop.Reason reason) {
    return new StageStoppedException(reason, "stopped");
  }

  private ExitCode failingWith(RuntimeException failure) {
    StandaloneCommand command =
        new Plain(
            word -> {
              throw failure;
            });
    return JobCommandLine.of("test", List.of(command)).execute("plain");
  }

  private ExitCode line(String... args) {
    return lineOf(args).execute();
  }

  private Line lineOf(String... args) {
    JobCommandLine line =
        JobCommandLine.of(
            "test",
            List.of(
                new First(done),
                new Second(done),
                new Picky(done),
                new Reads(done, folder.resolve("rows.jsonl")),
                new Look(done),
                new Missing(),
                new Plain(done::add)));
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

  @Command(name = "first")
  private record First(List<String> done) implements Stage {
    @Override
    public void run(StageContext context) {
      done.add("first");
    }
  }

  @Command(name = "second")
  private record Second(List<String> done) implements Stage {
    @Override
    public void run(StageContext context) {
      done.add("second");
    }
  }

  @Command(name = "picky")
  private record Picky(List<String> done) implements Stage {
    @Override
    public void check(MathscaleConfig config) {
      throw new ConfigException("seed must be odd: " + config.seed());
    }

    @Override
    public void run(StageContext context) {
      done.add("picky");
    }
  }

  @Command(name = "missing")
  private record Missing() implements Stage {
    @Override
    public void run(StageContext context) {
      context.workspace().requireWritable();
      context.workspace().read(Tables.SEEDS);
    }
  }

  @Command(name = "writer")
  private record Writer(ScriptedFileSystem store) implements Stage {
    @Override
    public void run(StageContext context) {
      store.full(true);
      context
          .workspace()
          .write(
              new Table<>("seeds", Encoders.STRING(), 1, "writer"),
              context.spark().createDataset(List.of("x"), Encoders.STRING()),
              new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
    }
  }

  @Command(name = "reader")
  private record Reader() implements Stage {
    @Override
    public void run(StageContext context) {
      assertThat(context.workspace().read("rejected/extract").count()).isEqualTo(1);
      assertThat(context.workspace().read("rejected").count()).isEqualTo(1);
    }
  }

  /** Runs until it is told to end. */
  @Command(name = "slow")
  private record Slow(CountDownLatch begun, CountDownLatch end, AtomicInteger runs)
      implements Stage {
    Slow(CountDownLatch begun, CountDownLatch end) {
      this(begun, end, new AtomicInteger());
    }

    @Override
    public void run(StageContext context) {
      runs.incrementAndGet();
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Command(name = "files")
  private record Reads(List<String> done, Path file) implements Stage {
    @Override
    public List<UserFiles> files(MathscaleConfig settings) {
      return List.of(new UserFiles("rows.path", file.toString()));
    }

    @Override
    public void check(SparkSession session, MathscaleConfig settings) {
      if (session.read().text(file.toString()).count() < 2) {
        throw new ConfigException("rows.path must hold two rows");
      }
    }

    @Override
    public void run(StageContext context) {
      done.add("files");
    }
  }

  @Command(name = "look")
  private record Look(List<String> done) implements CatalogCommand {
    @Override
    public void run(TableCatalog catalog) {
      done.add("look " + catalog.root().getName());
    }
  }

  @Command(name = "plain")
  private static final class Plain implements StandaloneCommand {
    private final Consumer<String> said;

    @Option(names = "--word")
    private String word = "";

    Plain(Consumer<String> said) {
      this.said = said;
    }

    @Override
    public void run() {
      said.accept(word);
    }
  }
}
