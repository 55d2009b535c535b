package io.mathscale.core.calls.journal;

import static io.mathscale.core.calls.CallsFixture.completion;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalMergerTest {
  private static final String PROCESS = "executor-1";

  @TempDir private java.nio.file.Path temporary;

  private final ManualTime time = new ManualTime();
  private final ScriptedFileSystem store = ScriptedFileSystem.create().asObjectStore();
  private final Set<String> written = new TreeSet<>();
  private JournalMerger merger;
  private JournalWriter journal;
  private Path folder;

  @BeforeEach
  void open() {
    folder = new Path(ScriptedFileSystem.uri(temporary));
    merger = new JournalMerger(store, folder, PROCESS);
    journal =
        new JournalWriter(
            store, folder, PROCESS, Duration.ofSeconds(1), Duration.ofMinutes(5), time, merger);
  }

  @Test
  void leavesAFewFilesAlone() throws IOException {
    write(19);
    merger.merge();

    assertThat(files()).isEqualTo(19);
    assertThat(keys()).isEqualTo(written);
  }

  @Test
  void makesOneOfTwentyAndOneOfTwentyOfThese() throws IOException {
    write(20);
    merger.merge();
    assertThat(files()).isEqualTo(1);
    assertThat(keys()).isEqualTo(written);

    write(381);
    merger.merge();
    assertThat(files()).as("20 × 20 in one, and one").isEqualTo(2);
    assertThat(keys()).isEqualTo(written);
  }

  @Test
  void leavesLinesTwiceWhereItDiesBeforeTheSourcesAreRemoved() throws IOException {
    write(20);
    store.keepsFiles(true);

    merger.merge();

    assertThat(files()).isEqualTo(21);
    assertThat(keys()).isEqualTo(written);
  }

  @Test
  void leavesAllAsItIsWhereTheStoreIsFull() throws IOException {
    write(20);
    store.full(true);
    merger.merge();
    assertThat(files()).isEqualTo(20);
    assertThat(keys()).isEqualTo(written);

    store.full(false);
    merger.merge();
    assertThat(files()).isEqualTo(1);
    assertThat(keys()).isEqualTo(written);
  }

  @Test
  void letsAnAttemptMissNothingThatReadsMeanwhile() throws IOException {
    write(20);
    store.beforeOpen(
        () -> {
          store.beforeOpen(() -> {});
          merger.merge();
        });

    assertThat(keys()).isEqualTo(written);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void mergesNothingWhenItIsClosed() {
    write(20);
    merger.close();

    merger.merge();

    assertThat(files()).isEqualTo(20);
  }

  private void write(int count) {
    Set<String> keys =
        IntStream.range(0, count)
            .mapToObj(i -> "key-" + (written.size() + i))
            .collect(Collectors.toSet());
    for (String key : keys) {
      journal.append(JournalEntry.of(0, completion(key, "1")));
      journal.awaitDurable();
    }

    written.addAll(keys);
  }

  private int files() {
    return JournalFiles.below(store, folder).size();
  }

  private Set<String> keys() throws IOException {
    return JournalFiles.keys(store, folder, List.of(PROCESS), 0);
  }
}
