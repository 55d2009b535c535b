package io.mathscale.core.calls.journal;

import static io.mathscale.core.calls.CallsFixture.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.calls.CallsFixture;
import io.mathscale.core.calls.limits.SpendingBound;
import io.mathscale.core.calls.spending.Spent;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class JournalTest {
  private static final OpenCharge OPEN =
      new OpenCharge("c", 10, 2, new BigDecimal("0.5"), new BigDecimal("0.25"), 1_709_640_000_000L);

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;
  private Journal journal;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.toString());
    journal = new Journal(session, workspace, "test", SystemTime.INSTANCE);
  }

  @Test
  void takesEachKindOfLineIntoItsTable() throws IOException {
    append(
        JournalEntry.of(0, completion("a", "42")),
        JournalEntry.of(0, CallsFixture.failure("b", FailureCause.EMPTY, 9)),
        JournalEntry.of(0, OPEN));

    journal.compact();

    assertThat(journal.hasLines()).isFalse();
    assertThat(journal.completions().collectAsList()).extracting(Completion::key).contains("a");
    assertThat(journal.failures().collectAsList()).extracting(CallFailure::key).contains("b");
    assertThat(journal.openCharges().collectAsList())
        .singleElement()
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(OPEN);
  }

  @Test
  void countsALineOnceThatStandsInAMergedFileAndInItsSource() throws IOException {
    append(JournalEntry.of(0, completion("a", "42")));
    append(JournalEntry.of(0, completion("a", "42")));

    assertThat(journal.chargesOfLines().collectAsList())
        .singleElement()
        .extracting(charge -> charge.getDecimal(0).stripTrailingZeros().toPlainString())
        .isEqualTo("0.25");
  }

  @Test
  void doubtsAllOfARunThatDiedBeforeItsFirstLine() {
    journal.leases().of("driver", BigDecimal.ZERO).keep(new BigDecimal("0.4"));

    Spent.settleLeases(journal);

    assertThat(Spent.on(journal).doubtfulCost()).isEqualByComparingTo("0.4");
    assertThat(workspace.tablesBelow("calls"))
        .containsExactly("calls/test/completions", "calls/test/open_charges");
  }

  @Test
  void addsOpenChargesToThoseThatStand() throws IOException {
    append(JournalEntry.of(0, OPEN));
    journal.compact();

    journal.add(new OpenCharge("", 0, 0, BigDecimal.ZERO, BigDecimal.ONE, 8));

    assertThat(journal.openCharges().collectAsList())
        .extracting(OpenCharge::key)
        .containsExactlyInAnyOrder("", "c");
  }

  @Test
  void keepsTheLatestAnswerAndTheOthersApart() throws IOException {
    append(
        JournalEntry.of(0, completion("a", "I cannot")),
        JournalEntry.of(0, completion("b", "Solution")));
    journal.compact();
    appendTo(Journal.newRun(true), JournalEntry.of(0, again(completion("a", "No"), 1)));
    journal.compact();
    appendTo(Journal.newRun(true), JournalEntry.of(0, again(completion("a", "Solution"), 2)));
    journal.compact();

    assertThat(journal.completions().collectAsList())
        .extracting(Completion::key, Completion::content, Completion::attempt)
        .containsExactlyInAnyOrder(tuple("a", "Solution", 2), tuple("b", "Solution", 0));
    assertThat(journal.superseded().collectAsList())
        .extracting(Completion::content, Completion::attempt)
        .containsExactlyInAnyOrder(tuple("I cannot", 0), tuple("No", 1));
    assertThat(Spent.on(journal).cost()).as("four answers").isEqualByComparingTo("1.00");
    assertThat(Spent.on(journal).completed()).isEqualTo(2);
  }

  @Test
  void takesForDoubtfulWhatWasLeasedAndIsNotInTheTables() throws IOException {
    journal.leases().of("driver", new BigDecimal("0")).keep(new BigDecimal("0.4"));
    append(JournalEntry.of(0, completion("a", "42")));

    assertThat(journal.leases().bound()).contains(new BigDecimal("0.4"));
    journal.compact();
    Spent.settleLeases(journal);
    Spent.settleLeases(journal);

    assertThat(journal.leases().bound()).isEmpty();
    assertThat(Spent.on(journal).cost()).isEqualByComparingTo("0.25");
    assertThat(Spent.on(journal).doubtfulCost()).isEqualByComparingTo("0.15");
  }

  /** A driver that stood still until another took the stage over comes back. */
  @Test
  void countsALeaseOnceThatAnotherHasTakenAway() {
    SpendingBound stoodStill = journal.leases().of("one", BigDecimal.ZERO);
    stoodStill.keep(new BigDecimal("0.4"));
    Spent.settleLeases(journal);

    assertThatThrownBy(() -> stoodStill.keep(new BigDecimal("0.2")))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("another run has taken it away");

    Spent.settleLeases(journal);
    assertThat(Spent.on(journal).doubtfulCost()).isEqualByComparingTo("0.4");
  }

  /** As executors do whose driver stood still until another took the stage over. */
  @Test
  void keepsAFileThatHasGrownSinceItWasRead() throws IOException {
    append(JournalEntry.of(0, completion("a", "42")));
    var run = new org.apache.hadoop.fs.Path(journal.runFolder("run"));
    JournalLines seen = JournalLines.below(spark, workspace.fileSystem(), run);
    for (FileStatus file : JournalFiles.below(workspace.fileSystem(), run)) {
      Files.write(
          Path.of(file.getPath().toUri()),
          JournalEntry.of(0, completion("b", "43")).toLine(),
          StandardOpenOption.APPEND);
    }

    seen.remove();
    journal.compact();

    assertThat(journal.completions().collectAsList())
        .extracting(Completion::key)
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void doubtsNothingWhereAllThatWasLeasedIsInTheTables() throws IOException {
    append(JournalEntry.of(0, completion("a", "42")));
    journal.compact();
    journal.leases().of("one", new BigDecimal("0.25")).keep(new BigDecimal("0.15"));
    journal.leases().of("two", new BigDecimal("0.25")).keep(new BigDecimal("0.10"));
    append(JournalEntry.of(0, completion("b", "42")));

    journal.compact();
    Spent.settleLeases(journal);

    assertThat(journal.hasOpenCharges()).isFalse();
    assertThat(folder.resolve("calls/test/_leases")).doesNotExist();
  }

  private static Completion again(Completion completion, int attempt) {
    return new Completion(
        completion.key(),
        completion.content(),
        "",
        "stop",
        "m",
        10,
        4,
        2,
        true,
        completion.cost(),
        1,
        20,
        1_000,
        BigDecimal.ZERO,
        attempt);
  }

  @Test
  void readsTablesOfATimeThatKnewNoDoubt() throws IOException {
    writeOld();
    append(JournalEntry.of(0, completion("b", "43")));

    assertThat(journal.completions().collectAsList())
        .singleElement()
        .returns("a", Completion::key)
        .returns(0, Completion::attempt)
        .satisfies(old -> assertThat(old.doubtfulCost()).isZero());
    assertThat(journal.failures().collectAsList()).extracting(CallFailure::key).contains("f");

    journal.compact();

    assertThat(journal.completions().collectAsList())
        .extracting(Completion::key)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(journal.failures().collectAsList()).extracting(CallFailure::key).contains("f");
  }

  private void append(JournalEntry... entries) throws IOException {
    appendTo("run", entries);
  }

  private void appendTo(String name, JournalEntry... entries) throws IOException {
    org.apache.hadoop.fs.Path run = new org.apache.hadoop.fs.Path(journal.runFolder(name));
    org.apache.hadoop.fs.Path file = JournalFiles.newFile(run, "process");
    try (OutputStream out = JournalFiles.create(workspace.fileSystem(), file)) {
      for (JournalEntry entry : entries) {
        out.write(entry.toLine());
      }
    }
  }

  /** The tables as version 1 had them. */
  private void writeOld() {
    WriteMetadata metadata =
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE);
    OldCompletion completion =
        new OldCompletion(
            "a", "42", "", "stop", "m", 10, 4, 2, true, new BigDecimal("0.25"), 1, 20, 1_000);
    OldFailure failure =
        new OldFailure(
            "f", FailureCause.EMPTY, 200, "why", 10, 2, new BigDecimal("0.125"), 1, 20, 9);
    workspace.write(
        new Table<>("calls/test/completions", RecordEncoders.of(OldCompletion.class), 1, "test"),
        spark.createDataset(List.of(completion), RecordEncoders.of(OldCompletion.class)),
        metadata);
    workspace.write(
        new Table<>("calls/test/failures", RecordEncoders.of(OldFailure.class), 1, "test"),
        spark.createDataset(List.of(failure), RecordEncoders.of(OldFailure.class)),
        metadata);
  }

  /** A completion of version 1. */
  public record OldCompletion(
      String key,
      String content,
      String reasoning,
      String finishReason,
      String model,
      long inputTokens,
      long cachedInputTokens,
      long outputTokens,
      boolean usageReported,
      BigDecimal cost,
      int tries,
      long latencyMillis,
      long finishedAt) {}

  /** A failure of version 1. */
  public record OldFailure(
      String key,
      FailureCause cause,
      int status,
      String message,
      long inputTokens,
      long outputTokens,
      BigDecimal cost,
      int tries,
      long elapsedMillis,
      long finishedAt) {}
}
