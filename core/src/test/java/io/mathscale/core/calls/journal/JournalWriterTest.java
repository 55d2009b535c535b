package io.mathscale.core.calls.journal;

import static io.mathscale.core.calls.CallsFixture.completion;
import static io.mathscale.core.calls.CallsFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.FakeClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
  @TempDir private java.nio.file.Path temporary;

  private final FakeClock clock = new FakeClock();
  private FileSystem fileSystem;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    fileSystem = FileSystem.getLocal(new Configuration());
    folder = new Path(temporary.toUri());
  }

  @Test
  void makesNoFileBeforeTheFirstLine() throws IOException {
    try (JournalWriter journal = writer(fileSystem)) {
      journal.flush();
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void canBeReadAfterAFlushThoughItIsStillOpen() throws IOException {
    try (JournalWriter journal = writer(fileSystem)) {
      journal.append(JournalEntry.of(completion("a", "1")));
      journal.append(JournalEntry.of(failure("b", FailureCause.EMPTY, 1)));
      journal.flush();

      assertThat(keys()).containsExactlyInAnyOrder("a", "b");

      journal.append(JournalEntry.of(completion("c", "3")));
      journal.flush();

      assertThat(keys()).containsExactlyInAnyOrder("a", "b", "c");
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void leavesALineTornByDeathOut() throws IOException {
    try (JournalWriter journal = writer(fileSystem)) {
      journal.append(JournalEntry.of(completion("a", "1")));
    }

    java.nio.file.Path file = java.nio.file.Path.of(files().get(0).toUri());
    String line = java.nio.file.Files.readString(file);
    java.nio.file.Files.writeString(
        file, line + line.replace("\"a\"", "\"b\"").substring(0, line.length() / 2));

    assertThat(keys()).containsExactly("a");
  }

  @Test
  void closesAFileThatCannotBeFlushedWhenItIsOld() throws IOException {
    ScriptedFileSystem objectStore = ScriptedFileSystem.withoutFlush(fileSystem);
    try (JournalWriter journal = writer(objectStore)) {
      journal.append(JournalEntry.of(completion("a", "1")));
      clock.pass(Duration.ofSeconds(14));
      journal.flush();

      assertThat(objectStore.closed()).isZero();

      clock.pass(Duration.ofSeconds(1));
      journal.flush();

      assertThat(objectStore.closed()).isEqualTo(1);

      journal.append(JournalEntry.of(completion("b", "2")));
    }

    assertThat(files()).hasSize(2);
    assertThat(keys()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void beginsAnotherFileAfterALineThatCouldNotBeWrittenWhole() throws IOException {
    ScriptedFileSystem full = ScriptedFileSystem.failingAtWrite(fileSystem, 2);
    try (JournalWriter journal = writer(full)) {
      journal.append(JournalEntry.of(completion("a", "1")));

      assertThatThrownBy(() -> journal.append(JournalEntry.of(completion("b", "2"))))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");

      journal.append(JournalEntry.of(completion("c", "3")));
    }

    assertThat(keys()).containsExactlyInAnyOrder("a", "c");
    assertThat(files()).hasSize(2);
  }

  @Test
  void readsTheKeysOfItsPartitionOnly() throws IOException {
    try (JournalWriter journal = writer(fileSystem);
        JournalWriter other = new JournalWriter(fileSystem, folder, "part-00001", clock)) {
      journal.append(JournalEntry.of(completion("a", "1")));
      other.append(JournalEntry.of(completion("b", "2")));
    }

    assertThat(keys()).containsExactly("a");
    assertThat(JournalFiles.keys(fileSystem, folder, "part-00001")).containsExactly("b");
  }

  @Test
  void findsNothingWhereThereIsNoJournal() throws IOException {
    assertThat(JournalFiles.below(fileSystem, new Path(folder, "none"))).isEmpty();
    assertThat(JournalFiles.keys(fileSystem, new Path(folder, "none"), "part")).isEmpty();
  }

  private JournalWriter writer(FileSystem on) {
    return new JournalWriter(on, folder, "part-00000", clock);
  }

  private List<Path> files() {
    return JournalFiles.below(fileSystem, folder).stream().map(FileStatus::getPath).toList();
  }

  private Iterable<String> keys() throws IOException {
    return JournalFiles.keys(fileSystem, folder, "part-00000");
  }
}
