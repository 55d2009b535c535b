package io.mathscale.core.calls.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.time.ManualTime;
import io.mathscale.core.time.SystemTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageLockTest {
  @TempDir private java.nio.file.Path folder;

  private final FakeClock clock = new FakeClock();
  private FileSystem fileSystem;
  private Path file;

  @BeforeEach
  void openFileSystem() throws IOException {
    fileSystem = FileSystem.getLocal(new Configuration());
    file = new Path(folder.resolve("stage").toString(), "_running");
  }

  @Test
  void isFreeAgainWhenItIsClosed() throws IOException {
    try (StageLock first = take(clock)) {
      assertThat(first).isNotNull();
      assertThat(fileSystem.exists(file)).isTrue();
    }

    assertThat(fileSystem.exists(file)).isFalse();
    try (StageLock second = take(clock)) {
      assertThat(second).isNotNull();
    }

    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void isRefusedWhileItsOwnerLives() throws IOException {
    try (StageLock first = take(clock)) {
      Sleeper whileItBeats = duration -> beat(first);

      assertThatThrownBy(() -> take(whileItBeats))
          .isInstanceOf(ConfigException.class)
          .hasMessageStartingWith("One run of a stage must ask at a time: another is at work")
          .hasMessageContaining(" " + ProcessHandle.current().pid() + " ");

      assertThat(fileSystem.exists(file)).as("the first still has it").isTrue();
    }
  }

  @Test
  void givesWayAtOnceWhereTheProcessOfItsOwnerIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    write("%s %d run 7".formatted(InetAddress.getLocalHost().getHostName(), gone.pid()));

    try (StageLock next = take(clock)) {
      assertThat(next).isNotNull();
      assertThat(clock.sleeps()).isEmpty();
    }
  }

  @Test
  void givesWayWhereItsOwnerElsewhereShowsNoSignOfLife() throws IOException {
    write("elsewhere 1 run 7");

    try (StageLock next = take(clock)) {
      assertThat(next).isNotNull();
      assertThat(clock.sleeps()).hasSize(4).containsOnly(Duration.ofSeconds(4));
      assertThat(Files.readString(folder.resolve("stage/_running")))
          .contains(" " + ProcessHandle.current().pid() + " ");
    }
  }

  @Test
  void isTakenWhenItsOwnerGivesItBackMeanwhile() throws IOException {
    StageLock first = take(clock);
    Sleeper untilItEnds = duration -> first.close();

    try (StageLock next = take(untilItEnds)) {
      assertThat(next).isNotNull();
    }

    assertThat(fileSystem.exists(file)).isFalse();
  }

  @Test
  void leavesTheFileOfAnotherThatTookIt() throws IOException {
    try (StageLock first = take(clock)) {
      assertThat(first).isNotNull();
      write("elsewhere 1 run 7");
    }

    assertThat(fileSystem.exists(file)).isTrue();
  }

  @Test
  void tellsItsOwnerThatAnotherTookIt() throws IOException {
    List<String> told = new ArrayList<>();
    try (StageLock first = take(clock)) {
      first.whenLost(() -> told.add("lost"));
      beat(first);
      assertThat(told).isEmpty();
      write("elsewhere 1 run 7");

      beat(first);

      assertThat(told).containsExactly("lost");
      first.whenLost(() -> told.add("lost before"));
      assertThat(told).containsExactly("lost", "lost before");
      assertThat(Files.readString(folder.resolve("stage/_running"))).isEqualTo("elsewhere 1 run 7");
    }
  }

  @Test
  void tellsItsOwnerThatAnotherTookItAndIsDone() throws IOException {
    List<String> told = new ArrayList<>();
    try (StageLock first = take(clock)) {
      first.whenLost(() -> told.add("lost"));
      fileSystem.delete(file, false);

      beat(first);

      assertThat(told).containsExactly("lost");
      assertThat(fileSystem.exists(file)).as("nobody has it").isFalse();
    }
  }

  @Test
  void knowsBeforeASignOfLifeIsDueThatAnotherTookIt() throws IOException {
    try (StageLock first = take(clock)) {
      assertThat(first.isTaken()).isFalse();
      write("elsewhere 1 run 7");

      assertThat(first.isLost()).isFalse();
      assertThat(first.isTaken()).isTrue();
      assertThat(first.isLost()).isTrue();
    }
  }

  /** As of a process that stood still in the middle of writing it. */
  @Test
  void aLateSignOfLifeOfTheOneBeforeTakesNothing() throws IOException {
    write("elsewhere 1 run 7");
    try (StageLock next = take(clock)) {
      write("elsewhere 1 run 8");

      assertThat(next.isTaken()).isFalse();
      beat(next);
      assertThat(Files.readString(folder.resolve("stage/_running")))
          .contains(" " + ProcessHandle.current().pid() + " ");

      write("elsewhere 1 another 1");
      assertThat(next.isTaken()).isTrue();
    }
  }

  @Test
  void aLateSignOfLifeOfTheOneBeforeKeepsNobodyOutAtTheEnd() throws IOException {
    write("elsewhere 1 run 7");
    try (StageLock next = take(clock)) {
      assertThat(next.isLost()).isFalse();
      write("elsewhere 1 run 8");
    }

    assertThat(fileSystem.exists(file)).isFalse();
  }

  @Test
  void waitsAfterALateSignOfLifeUntilAnotherWouldHaveWritten() throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    ManualTime time = new ManualTime();
    AtomicBoolean isSlow = new AtomicBoolean(true);
    try (StageLock lock = StageLock.take(store, there, clock)) {
      lock.keep(time);
      store.beforeWrite(
          () -> {
            if (isSlow.getAndSet(false)) {
              time.pass(Duration.ofSeconds(20));
            }
          });
      beat(lock);
      assertThat(isSlow).isFalse();

      CompletableFuture<Boolean> isTaken = CompletableFuture.supplyAsync(lock::isTaken);
      time.pass(Duration.ofSeconds(3));
      assertThat(isTaken).isNotDone();
      Files.writeString(folder.resolve("_running"), "elsewhere 1 run 7");
      time.pass(Duration.ofSeconds(5));

      assertThat(isTaken.join()).isTrue();
    }
  }

  @Test
  void givesNothingBackUnderALateSignOfLifeThatStandsOverAnothers() throws Exception {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    ManualTime time = new ManualTime();
    AtomicBoolean isSlow = new AtomicBoolean(true);
    StageLock lock = StageLock.take(store, there, clock);
    lock.keep(time);
    store.beforeWrite(
        () -> {
          if (isSlow.getAndSet(false)) {
            time.pass(Duration.ofSeconds(20));
          }
        });
    beat(lock);

    CompletableFuture<Void> end = CompletableFuture.runAsync(lock::close);
    time.pass(Duration.ofSeconds(3));
    assertThat(folder.resolve("_running")).exists();
    Files.writeString(folder.resolve("_running"), "elsewhere 1 run 7");
    time.pass(Duration.ofSeconds(5));
    end.get(1, TimeUnit.MINUTES);

    assertThat(folder.resolve("_running")).hasContent("elsewhere 1 run 7");
  }

  /** As where the owner's machine is cut off, and another one is not. */
  @Test
  void whatCannotBeReadForSoLongMayBeAnothers() throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.create().asObjectStore();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    ManualTime time = new ManualTime();
    try (StageLock lock = StageLock.take(store, there, clock)) {
      lock.keep(time);
      store.failsToReadAfter(0);

      time.pass(Duration.ofSeconds(15));
      assertThat(lock.isTaken()).isFalse();
      time.pass(Duration.ofSeconds(1));
      assertThatThrownBy(lock::isTaken)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageEndingWith(
              "must be readable: for 16 s it was not written, and another run may have taken it");

      store.reset();
      store.asObjectStore();
      time.pass(Duration.ofSeconds(4));
      time.pass(Duration.ofSeconds(8));
      store.failsToReadAfter(0);
      assertThat(lock.isTaken()).as("it was written again").isFalse();
      store.reset();
    }
  }

  @Test
  void writesNothingWhenASignOfLifeIsDueAfterItsEnd() throws IOException {
    StageLock ended = take(clock);
    ended.close();

    beat(ended);

    assertThat(fileSystem.exists(file)).isFalse();
  }

  @Test
  void doesNotMakeAFolderAgainThatIsGone() throws IOException {
    try (StageLock lock = take(clock)) {
      fileSystem.delete(file.getParent(), true);

      assertThatThrownBy(lock::beat)
          .isInstanceOf(IOException.class)
          .hasMessage(file.getParent() + " is gone");
    }

    assertThat(fileSystem.exists(file.getParent())).isFalse();
  }

  @Test
  void showsItsLastSignOfLifeWhileTheStoreIsFull() throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.create().asObjectStore();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    try (StageLock lock = StageLock.take(store, there, clock)) {
      String before = Files.readString(folder.resolve("_running"));
      store.full(true);

      assertThatThrownBy(lock::beat).hasMessageContaining("Cannot write");

      assertThat(Files.readString(folder.resolve("_running"))).isEqualTo(before);
      store.full(false);
      beat(lock);
      assertThat(Files.readString(folder.resolve("_running"))).isNotEqualTo(before);
    }
  }

  @Test
  void knowsItsOwnSignOfLifeThatAFullStoreTore() throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    try (StageLock lock = StageLock.take(store, there, clock)) {
      store.full(true);
      assertThatThrownBy(lock::beat).hasMessageContaining("Cannot write");
      store.full(false);

      beat(lock);

      assertThat(lock.isLost()).isFalse();
    }

    assertThat(folder.resolve("_running")).doesNotExist();
  }

  @Test
  void doesNotWriteOverWhatItCannotRead() throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    try (StageLock lock = StageLock.take(store, there, clock)) {
      Files.writeString(folder.resolve("_running"), "elsewhere 1 run 7");
      store.beforeOpen(
          () -> {
            throw new UncheckedIOException(new IOException("Connection reset"));
          });

      assertThatThrownBy(lock::beat).hasMessageContaining("Connection reset");

      assertThat(Files.readString(folder.resolve("_running"))).isEqualTo("elsewhere 1 run 7");
      store.reset();
    }
  }

  @Test
  void saysAtTheStartThatItsFolderCannotBeWritten() {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    store.readOnly(true);

    assertThatThrownBy(() -> StageLock.take(store, there, clock))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("workspace must be a folder that can be written: cannot write")
        .hasMessageContaining("_running");
  }

  @Test
  void leavesNoFileThatNamesNobodyWhereTheStoreIsFull() {
    ScriptedFileSystem store = ScriptedFileSystem.create();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    store.full(true);

    assertThatThrownBy(() -> StageLock.take(store, there, clock))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot write " + there)
        .hasRootCauseMessage("No space left on device");
    assertThat(folder.resolve("_running")).doesNotExist();
  }

  @Test
  void isOneRunsWhereTwoBeginAtOnceOnAStoreThatCannotCreateWhatIsNotThere() throws Exception {
    ScriptedFileSystem store = ScriptedFileSystem.create().asObjectStore();
    Path there = new Path(ScriptedFileSystem.uri(folder), "_running");
    CountDownLatch secondIsIn = new CountDownLatch(1);
    CountDownLatch firstHasIt = new CountDownLatch(1);
    AtomicBoolean isBegun = new AtomicBoolean();
    CompletableFuture<Boolean> second = new CompletableFuture<>();
    store.beforeWrite(
        () -> {
          if (isBegun.compareAndSet(false, true)) {
            second.completeAsync(() -> has(store, there, secondIsIn, firstHasIt));
            awaitZero(secondIsIn);
          }
        });

    StageLock first = StageLock.take(store, there, clock);
    first.keep(SystemTime.INSTANCE);
    firstHasIt.countDown();
    try (first) {
      assertThat(second.join()).as("the second has it, too").isFalse();
      assertThat(first.isTaken()).isFalse();
    }

    try (Stream<java.nio.file.Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** Whether a run gets the lock; tells when it has it or waits for the first. */
  private static boolean has(
      FileSystem store, Path there, CountDownLatch isIn, CountDownLatch firstHasIt) {
    Sleeper sleeper =
        duration -> {
          isIn.countDown();
          awaitZero(firstHasIt);
        };
    try (StageLock lock = StageLock.take(store, there, sleeper)) {
      isIn.countDown();
      return !lock.isLost();
    } catch (ConfigException e) {
      return false;
    }
  }

  private static void awaitZero(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private StageLock take(Sleeper sleeper) {
    return StageLock.take(fileSystem, file, sleeper);
  }

  private static void beat(StageLock lock) {
    try {
      lock.beat();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String owner) throws IOException {
    try (var out = fileSystem.create(file, true)) {
      out.writeBytes(owner);
    }
  }
}
