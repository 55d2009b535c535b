package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.calls.journal.JournalEntry;
import io.mathscale.core.calls.journal.Leases;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@ExtendWith(SparkExtension.class)
class StatusTest {
  private static final Table<Completion> COMPLETIONS =
      new Table<>("calls/extract/completions", Completion.ENCODER, 1, "extract");
  private static final Table<CallFailure> FAILURES =
      new Table<>("calls/extract/failures", CallFailure.ENCODER, 1, "extract");

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.resolve("w").toString());
  }

  @Test
  void aFolderThatIsNoWorkspaceIsSaidToBeNone() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(Files.createDirectories(folder.resolve("other")).resolve("file"), "");
    for (String name : List.of("nowhere", "empty", "other")) {
      TableCatalog none = TableCatalog.at(new Configuration(), folder.resolve(name).toString());

      assertThatThrownBy(() -> printed(none))
          .isInstanceOf(ConfigException.class)
          .hasMessage(
              "workspace must be a folder in which tables stand: there are none in file:"
                  + folder.resolve(name));
    }

    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aWorkspaceWhereAStageAsksForTheFirstTimeIsOne() throws IOException {
    Files.createDirectories(folder.resolve("w/calls/extract/_journal"));

    assertThat(status("")).contains("No row was rejected.").contains("The tables stand in file:");
  }

  @Test
  void aNumberOfPairsIsNotNegative() {
    assertThatThrownBy(() -> CommandLine.populateCommand(new Status(), "--pairs", "-1").check(null))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--pairs must be at least 0: -1");
  }

  @Test
  void sumsUpCallsAsTheyEndedLast() {
    write(
        FAILURES,
        List.of(failure("b", FailureCause.TIMEOUT, 1), failure("c", FailureCause.TIMEOUT, 1)));
    writeMore(FAILURES, List.of(failure("c", FailureCause.NOT_JSON, 2)));
    write(COMPLETIONS, List.of(completion("a"), completion("b")));

    // Two answers and three failures are paid; "c" alone was never answered.
    assertThat(status(""))
        .contains("extract                                 2        1           50            5");
    assertThat(StageCalls.of(catalog(), "extract"))
        .isEqualTo(
            new Manifest.Calls(
                2,
                1,
                50,
                6,
                5,
                new BigDecimal("0.500000000000000000"),
                new TreeMap<>(Map.of("NOT_JSON", 1L)),
                new BigDecimal("0.030000000000000000")));
  }

  @Test
  void tellsWhatARunThatIsNotOverMayHaveSpent() throws IOException {
    lease("1.5", "0.25");
    lock("calls/generate/_running");

    assertThat(status(""))
        .contains(
            "generate: a run is at work or has died; in all its runs it may have spent $1.7500");
  }

  @Test
  void tellsOfNoRunWhereNoneIsAtWork() throws IOException {
    lease("0", "0.10");
    journal("generate", line(JournalEntry.of(0, completion("a"))));

    assertThat(status(""))
        .contains(
            "generate: 1 answers and 0 failures, 10 tokens in, 1 out, $0.1000, $0.0000 in doubt, are"
                + " in its journal alone: its last run has ended, its next one goes on from them\n")
        .doesNotContain("at work", "more may have");

    lease("0", "0.25");
    assertThat(status(""))
        .contains(
            "generate: $0.1500 more may have been charged for calls whose process died; its next run"
                + " counts them as in doubt\n")
        .doesNotContain("at work");
  }

  @Test
  void saysWhatFiguresLeaveOutWhereNoBudgetIsSet() throws IOException {
    String leftOut = "Where neither budget nor calls.budget is set, these figures leave out";
    assertThat(statusWith("budget = 5")).doesNotContain(leftOut);
    assertThat(statusWith("")).as("nothing was spent").doesNotContain(leftOut);

    journal("generate", line(JournalEntry.of(0, completion("a"))));

    assertThat(statusWith("")).contains(leftOut);
    assertThat(statusWith("budget = 5")).doesNotContain(leftOut);
    assertThat(statusWith("calls.budget = 5")).doesNotContain(leftOut);
  }

  private String statusWith(String setting) throws IOException {
    Files.createDirectories(folder.resolve("w/calls"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Status status = new Status(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    status.check(Settings.parse("workspace = w\n" + setting, "test", List.of()).config());
    status.run(catalog());
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsHowEachCommandEndedThatDidNotComeToItsEnd() {
    EventLog first = log();
    ended(first, "extract", "BUDGET", "extract: calls.budget must allow another call");
    ended(first, "build", "BUG", "java.lang.IllegalStateException: no\nand more");
    EventLog second = log();
    ended(second, "infer", "TOLD_TO_END", "told to end; run again");
    ended(second, "judge", "REFUSED", "HTTP 401");
    second.during("build", () -> {}, e -> "", e -> "");

    assertThat(status(""))
        .containsPattern(
            "\nextract: ended early at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, exit code 3: extract:"
                + " calls.budget must allow another call\n")
        .containsPattern("\ninfer: ended early at [^ ]+Z, told to end; run again\n")
        .containsPattern(", exit code 5: HTTP 401; mend that and run it again to go on\n")
        .doesNotContain("build");

    ended(log(), "build", "BUG", "java.lang.IllegalStateException: no\nand more");
    assertThat(status(""))
        .containsPattern(
            "\nbuild: ended early at [^ ]+Z, exit code 1: java.lang.IllegalStateException: no; its log"
                + " tells more, run it again to go on\n");
  }

  @Test
  void aCommandThatIsKilledReadsAsOneAtWorkAsLongAsItsLockStands() throws IOException {
    EventLog killed = log();
    killed.during("prepare", () -> {}, e -> "", e -> "");
    Path file = onlyLog();
    Files.writeString(
        file,
        Files.readString(file)
            + "{\"at\":\"2026-01-02T03:04:05.6Z\",\"event\":\"started\",\"command\":\"generate\"}\n"
            + "{\"at\":\"2026-01-02T03:04:07Z\",\"event\":\"asking\",\"command\":\"generate\"}\n"
            + "{\"at\":\"2026-01-02T03:04:08Z\",\"event\":\"started\",\"command\":\"status\"}\n"
            + "{\"event\":\"stopped\"}\n"
            + "{\"at\":\"2026-01-02T03:04");
    lock("_locks/generate");

    assertThat(status(""))
        .contains(
            "\ngenerate: began at 2026-01-02T03:04:05Z, and is at work or has died; if it has died,"
                + " run it again to go on\n")
        .doesNotContain("status:", "prepare:");

    Files.delete(folder.resolve("w/_locks/generate"));
    assertThat(status(""))
        .contains(
            "\ngenerate: began at 2026-01-02T03:04:05Z, and ended without a word, as when it is"
                + " killed: run it again to go on\n");
  }

  private EventLog log() {
    return EventLog.in(catalog(), SystemTime.INSTANCE);
  }

  private Path onlyLog() throws IOException {
    try (Stream<Path> logs = Files.list(folder.resolve("w/_runs"))) {
      return logs.findFirst().orElseThrow().resolve(EventLog.FILE);
    }
  }

  private static void ended(EventLog log, String command, String exit, String why) {
    assertThatThrownBy(
            () ->
                log.during(
                    command,
                    () -> {
                      throw new IllegalStateException();
                    },
                    e -> exit,
                    e -> why))
        .isInstanceOf(IllegalStateException.class);
  }

  private void lease(String before, String dollars) {
    Leases.in(catalog(), "generate")
        .of("run", new BigDecimal(before))
        .keep(new BigDecimal(dollars));
  }

  private void lock(String name) throws IOException {
    Path file = folder.resolve("w").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private void journal(String stage, String lines) throws IOException {
    Path run = Files.createDirectories(folder.resolve("w/calls/" + stage + "/_journal/run"));
    Files.writeString(run.resolve("p-1.jsonl"), lines);
  }

  @Test
  void countsWhatAStageAtWorkHasInItsJournalAlone() throws IOException {
    lock("calls/extract/_running");
    Path run = Files.createDirectories(folder.resolve("w/calls/extract/_journal/run"));
    String twice = line(JournalEntry.of(0, completion("b")));
    Files.writeString(
        run.resolve("p-1.jsonl"), line(JournalEntry.of(0, completion("a"))) + twice + "{\"torn");
    OpenCharge charge = new OpenCharge("d", 1_000, 0, new BigDecimal("0.5"), BigDecimal.ZERO, 9);
    Files.writeString(
        run.resolve("p-2.jsonl"),
        twice
            + line(JournalEntry.of(1, failure("c", FailureCause.TIMEOUT, 9)))
            + line(JournalEntry.of(1, charge)));

    assertThat(status(""))
        .contains(
            "extract: 2 answers and 1 failures, 1,030 tokens in, 3 out, $0.8000, $0.0100 in doubt,"
                + " are in its journal alone: a run is at work or has died, run it again to go on if it"
                + " has died\n");
  }

  private static String line(JournalEntry entry) throws IOException {
    return JsonMapper.builder().build().writeValueAsString(entry) + "\n";
  }

  @Test
  void believesTheSumsOfAManifest() {
    Manifest.Calls calls =
        new Manifest.Calls(
            7, 0, 1_234, 0, 56, new BigDecimal("0.25"), new TreeMap<>(), BigDecimal.ONE);
    workspace.write(
        COMPLETIONS,
        spark.createDataset(List.of(completion("a")), Completion.ENCODER),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), calls));

    assertThat(StageCalls.of(catalog(), "extract")).isEqualTo(calls);
  }

  @Test
  void countsRejectedRowsByReason() throws IOException {
    write(
        Tables.rejectedBy("extract"),
        List.of(
            rejected(RejectionReason.NOT_JSON),
            rejected(RejectionReason.DUPLICATE),
            rejected(RejectionReason.NOT_JSON)));
    String counts =
        """
        Rejected rows:
          extract    DUPLICATE                   1
          extract    NOT_JSON                    2

        """;

    assertThat(status("")).contains(counts);

    forgetCounts("rejected/extract");
    assertThat(status("")).contains(counts);
  }

  @Test
  void printsTheFirstGeneratedPairs() {
    write(
        Tables.MATHSCALEQA,
        List.of(pair("c", "generated"), pair("a", "seed"), pair("b", "generated")));

    assertThat(status("--pairs=1"))
        .startsWith(
            """
            Topics: Algebra; Sums
            Knowledge points: Addition
            Question: question b
            Solution: solution b

            model calls""");
    assertThat(status("--pairs=5")).doesNotContain("question a").contains("question c");
    assertThat(status("")).doesNotContain("question b");
  }

  /** Makes a manifest one of a time that kept no counts. */
  private void forgetCounts(String table) throws IOException {
    Path file = folder.resolve("w").resolve(table).resolve(Manifest.FILE);
    String text = Files.readString(file).replaceAll("(?s)\"counts\" : \\{.*?}", "\"counts\" : {}");
    Files.writeString(file, text);
  }

  @Test
  void marksTablesWhoseInputsWereReplaced() {
    write(Tables.rejectedBy("extract"), List.of(rejected(RejectionReason.DUPLICATE)));
    workspace.write(
        Tables.MATHSCALEQA,
        spark.createDataset(List.of(pair("1", "seed")), QaPair.ENCODER),
        new WriteMetadata(
            Instant.EPOCH,
            new TreeMap<>(),
            List.of(Tables.rejectedBy("extract")),
            Manifest.Calls.NONE));
    assertThat(status("")).doesNotContain("stale");

    write(Tables.rejectedBy("extract"), List.of(rejected(RejectionReason.DUPLICATE)));

    assertThat(status(""))
        .containsPattern("mathscaleqa +1  stale: rejected/extract was replaced after it was made\n")
        .containsPattern("rejected/extract +1\n");
  }

  private String status(String options) {
    return options.isEmpty() ? printed(catalog()) : printed(catalog(), options);
  }

  private static String printed(TableCatalog catalog, String... options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Status status = new Status(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    CommandLine.populateCommand(status, options).run(catalog);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private TableCatalog catalog() {
    return TableCatalog.at(new Configuration(), folder.resolve("w").toString());
  }

  private <T> void write(Table<T> table, List<T> rows) {
    workspace.write(table, spark.createDataset(rows, table.encoder()), metadata());
  }

  private <T> void writeMore(Table<T> table, List<T> rows) {
    workspace.write(
        table, workspace.read(table).union(spark.createDataset(rows, table.encoder())), metadata());
  }

  private static WriteMetadata metadata() {
    return new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE);
  }

  private static Completion completion(String key) {
    return new Completion(
        key,
        "text",
        "",
        "stop",
        "m",
        10,
        3,
        1,
        true,
        new BigDecimal("0.1"),
        1,
        5,
        9,
        BigDecimal.ZERO,
        0);
  }

  private static CallFailure failure(String key, FailureCause cause, long finishedAt) {
    return new CallFailure(
        key,
        cause,
        0,
        "",
        10,
        1,
        new BigDecimal("0.1"),
        1,
        5,
        finishedAt,
        new BigDecimal("0.01"),
        0);
  }

  private static Rejected rejected(RejectionReason reason) {
    return new Rejected("1", "extract", reason, "detail", "origin", "text");
  }

  private static QaPair pair(String id, String origin) {
    return new QaPair(
        id,
        origin,
        "set",
        "",
        List.of("Algebra", "Sums"),
        List.of("Addition"),
        "question " + id,
        "solution " + id,
        "1",
        "m",
        0,
        "",
        "",
        BigDecimal.ZERO,
        "",
        "",
        "",
        "",
        Quality.NONE);
  }
}
