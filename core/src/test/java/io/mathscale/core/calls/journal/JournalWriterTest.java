package io.mathscale.core.calls.journal;

import static io.mathscale.core.calls.CallsFixture.completion;
import static io.mathscale.core.calls.CallsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.store.StoreTrouble;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String PROCESS = "executor-1";

  @TempDir private java.nio.file.Path temporary;

  private final ManualTime time = new ManualTime();
  private final ScriptedFileSystem store = ScriptedFileSystem.create();
  private Path folder;

  @BeforeEach
  void open() {
    folder = new Path(ScriptedFileSystem.uri(temporary));
  }

  @Test
  void makesNoFileBeforeTheFirstLine() throws IOException {
    try (JournalWriter journal = writer()) {
      pass(journal, SECOND);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void canBeReadAfterAFlushThoughItIsStillOpen() throws IOException {
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      journal.append(JournalEntry.of(0, failure("b", FailureCause.EMPTY, 1)));
      pass(journal, SECOND);

      assertThat(keys()).containsExactlyInAnyOrder("a", "b");

      append(journal, "c");
      pass(journal, SECOND);

      assertThat(keys()).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void isOneFileOnTheLocalDiskWithoutChecksums() throws IOException {
    FileSystem local = FileSystem.getLocal(new Configuration());
    Path there = new Path(temporary.toUri());
    try (JournalWriter journal = writer(local, there)) {
      append(journal, "a");
      pass(journal, SECOND);

      assertThat(JournalFiles.keys(local, there, List.of(PROCESS), 0)).containsExactly("a");
      assertThat(temporary.toFile().list()).hasSize(1);
    }
  }

  @Test
  void leavesALineTornByDeathOut() throws IOException {
    try (JournalWriter journal = writer()) {
      append(journal, "a");
    }

    java.nio.file.Path file = java.nio.file.Path.of(files().get(0).toUri().getPath());
    String line = java.nio.file.Files.readString(file);
    java.nio.file.Files.writeString(
        file, line + line.replace("\"a\"", "\"b\"").substring(0, line.length() / 2));

    assertThat(keys()).containsExactly("a");
  }

  @Test
  void makesAFileEveryThreeSecondsWhereAFileIsSeenOnlyWhenItIsClosed() throws IOException {
    store.asObjectStore();
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      pass(journal, SECOND);
      assertThat(keys()).containsExactly("a");

      append(journal, "b");
      pass(journal, Duration.ofMillis(2_500));
      append(journal, "c");
      assertThat(keys()).containsExactly("a");

      pass(journal, Duration.ofMillis(250));
      assertThat(keys()).containsExactlyInAnyOrder("a", "b", "c");
    }

    assertThat(files()).hasSize(2);
  }

  @Test
  void makesOneFileOfWhatWasHeldThoughMoreComesMeanwhile() throws IOException {
    store.asObjectStore();
    try (JournalWriter journal = writer()) {
      append(journal, "first");
      pass(journal, SECOND);
      append(journal, "a");
      store.beforeWrite(() -> append(journal, "meanwhile"));

      pass(journal, Duration.ofSeconds(3));

      assertThat(files()).hasSize(2);
      assertThat(keys()).containsExactlyInAnyOrder("first", "a");
      store.reset();
    }
  }

  @Test
  void makesAFileOfEightMebibytesAtOnce() throws IOException {
    store.asObjectStore();
    String megabyte = "x".repeat(1 << 20);
    try (JournalWriter journal = writer()) {
      append(journal, "first");
      pass(journal, SECOND);
      for (int i = 0; i < 8; i++) {
        journal.append(JournalEntry.of(0, completion("k" + i, megabyte)));
      }

      assertThat(keys()).contains("first", "k0", "k6");
      assertThat(files()).hasSizeBetween(2, 3);
    }
  }

  @Test
  void holdsWhatAFullStoreDoesNotTakeAndWritesItWhenThereIsRoom() throws IOException {
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      pass(journal, SECOND);
      store.full(true);
      append(journal, "b");
      append(journal, "c");
      pass(journal, SECOND);

      assertThat(journal.isBlocked()).isTrue();
      assertThat(journal.trouble().orElseThrow())
          .returns("No space left on device", StoreTrouble::cause)
          .returns(folder.toString(), StoreTrouble::path)
          .returns(2L, StoreTrouble::lines)
          .returns(false, StoreTrouble::isGivenUp);
      assertThat(keys()).contains("a").doesNotContain("c");

      pass(journal, Duration.ofSeconds(20));
      assertThat(files()).as("no empty files are left behind").hasSize(1);

      store.full(false);
      append(journal, "d");
      pass(journal, Duration.ofSeconds(10));

      assertThat(journal.isBlocked()).isFalse();
      assertThat(journal.trouble()).isEmpty();
      assertThat(keys()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }
  }

  @Test
  void holdsWhatAnObjectStoreDoesNotTake() throws IOException {
    store.asObjectStore().full(true);
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      pass(journal, Duration.ofSeconds(10));

      assertThat(journal.isBlocked()).isTrue();
      assertThat(keys()).isEmpty();

      store.full(false);
      pass(journal, Duration.ofSeconds(10));

      assertThat(journal.isBlocked()).isFalse();
      assertThat(keys()).containsExactly("a");
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void triesLessOftenTheLongerAStoreIsFull() {
    store.full(true);
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      for (int i = 0; i < 60; i++) {
        pass(journal, SECOND);
      }

      // After 1 s, then pauses of 1, 2, 5, 10, 10, 10, 10, 10 s.
      assertThat(store.created()).isEqualTo(9);
    }
  }

  @Test
  void givesUpWhatItHasHeldForTooLong() {
    store.full(true);
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      pass(journal, Duration.ofMinutes(4));
      append(journal, "b");
      pass(journal, Duration.ofSeconds(59));
      assertThat(journal.trouble().orElseThrow().isGivenUp()).isFalse();

      pass(journal, SECOND);

      journal.awaitDurable();
      assertThat(journal.trouble().orElseThrow())
          .returns(true, StoreTrouble::isGivenUp)
          .returns(2L, StoreTrouble::lines)
          .returns(Duration.ofMinutes(5), StoreTrouble::since);
    }
  }

  @Test
  void waitsUntilWhatWasAppendedIsDurable() throws IOException {
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      journal.awaitDurable();
      assertThat(keys()).containsExactly("a");

      store.full(true);
      append(journal, "b");
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(journal::awaitDurable);
      await().until(() -> journal.isBlocked());
      assertThat(waiting).isNotDone();

      store.full(false);
      await()
          .until(
              () -> {
                time.pass(SECOND);
                return waiting.isDone();
              });
      assertThat(keys()).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void isBlockedByAStoreThatDoesNotAnswer() {
    CountDownLatch answers = new CountDownLatch(1);
    store.beforeWrite(() -> waitFor(answers));
    try (JournalWriter journal = writer()) {
      append(journal, "a");
      time.pass(SECOND);
      CompletableFuture<Void> writing = CompletableFuture.runAsync(journal::writeDue);

      time.pass(Duration.ofSeconds(14));
      assertThat(journal.isBlocked()).isFalse();
      time.pass(SECOND);
      assertThat(journal.trouble().orElseThrow().cause()).isEqualTo("it does not answer");
      assertThat(journal.isBlocked()).isTrue();

      answers.countDown();
      writing.join();
      assertThat(journal.isBlocked()).isFalse();
    }
  }

  @Test
  void readsTheKeysOfOnePartitionOfTheProcessesNamed() throws IOException {
    try (JournalWriter journal = writer();
        JournalWriter other = writer(store, folder, "executor-11")) {
      append(journal, "a");
      journal.append(JournalEntry.of(1, completion("b", "2")));
      journal.append(JournalEntry.of(10, completion("c", "3")));
      append(other, "d");
    }

    assertThat(JournalFiles.keys(store, folder, List.of(PROCESS), 0)).containsExactly("a");
    assertThat(JournalFiles.keys(store, folder, List.of(PROCESS), 1)).containsExactly("b");
    assertThat(JournalFiles.keys(store, folder, List.of(), 0)).containsExactlyInAnyOrder("a", "d");
  }

  @Test
  void findsNothingWhereThereIsNoJournal() throws IOException {
    Path none = new Path(folder, "none");

    assertThat(JournalFiles.below(store, none)).isEmpty();
    assertThat(JournalFiles.keys(store, none, List.of(PROCESS), 0)).isEmpty();
  }

  private JournalWriter writer() {
    return writer(store, folder);
  }

  private JournalWriter writer(FileSystem on, Path there) {
    return writer(on, there, PROCESS);
  }

  private JournalWriter writer(FileSystem on, Path there, String process) {
    return new JournalWriter(
        on,
        there,
        process,
        SECOND,
        Duration.ofMinutes(5),
        time,
        new JournalMerger(on, there, process));
  }

  private static void append(JournalWriter journal, String key) {
    journal.append(JournalEntry.of(0, completion(key, "1")));
  }

  private void pass(JournalWriter journal, Duration duration) {
    time.pass(duration);
    journal.writeDue();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> files() {
    return JournalFiles.below(store, folder).stream().map(FileStatus::getPath).toList();
  }

  private Iterable<String> keys() throws IOException {
    return JournalFiles.keys(store, folder, List.of(PROCESS), 0);
  }
}
