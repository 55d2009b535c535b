package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class StoreFaultsTest {
  private final IOException full = new IOException("No space left on device");

  @Test
  void namesThePlaceAndTheCauseOfWhatCouldNotBeWritten() {
    assertThat(StoreFaults.told(new UncheckedIOException("Cannot write /ws/_running", full), "/ws"))
        .contains(
            "the workspace must be writable: cannot write /ws/_running: No space left on device");
    assertThat(
            StoreFaults.told(
                new IllegalStateException(
                    "[TASK_WRITE_FAILED] Task failed while writing rows to file:/ws/seeds. SQLSTATE",
                    full),
                "/ws"))
        .contains(
            "the workspace must be writable: cannot write file:/ws/seeds: No space left on device");
    assertThat(StoreFaults.told(new IllegalStateException("Job aborted", full), "/ws"))
        .contains("the workspace must be writable: cannot write /ws: No space left on device");
  }

  @Test
  void tellsScratchFoldersFromTheWorkspace() {
    IOException spilled = new IOException("No space left on device");
    spilled.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.spark.storage.DiskBlockObjectWriter", "write", "", 1)
        });

    assertThat(StoreFaults.told(new IllegalStateException("Job aborted", spilled), "/ws"))
        .contains(
            "Spark's scratch folders (spark.local.dir) must have room: No space left on device");
  }

  @Test
  void knowsStoresThatAreAwayOrRefuseUs() {
    ConnectException fromStore = new ConnectException("Connection refused");
    fromStore.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("org.apache.hadoop.ipc.Client", "call", "", 1)
        });

    assertThat(StoreFaults.told(fromStore, "hdfs://n/ws")).isPresent();
    assertThat(StoreFaults.told(new IOException("/ws/t (Permission denied)"), "/ws")).isPresent();
    assertThat(StoreFaults.isFull(new IOException("/ws/t (Permission denied)"))).isFalse();
  }

  @Test
  void takesNothingElseForAStoreFault() {
    assertThat(StoreFaults.told(new ConnectException("Connection refused"), "/ws")).isEmpty();
    assertThat(StoreFaults.told(new IllegalStateException("access denied"), "/ws")).isEmpty();
    assertThat(StoreFaults.told(new NullPointerException(), "/ws")).isEmpty();
  }

  @Test
  void hasWordsOfOneShortLineForAnyFailure() {
    assertThat(StoreFaults.words(new IOException("Outer", new IOException("Inner\n\tat x"))))
        .isEqualTo("Inner");
    assertThat(StoreFaults.words(new IOException("Outer", new IOException()))).isEqualTo("Outer");
    assertThat(StoreFaults.words(new NullPointerException())).isEqualTo("NullPointerException");
    assertThat(StoreFaults.words(new IOException("x".repeat(1_000)))).hasSize(201);
  }
}
