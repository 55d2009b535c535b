package io.mathscale.core.calls.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.FakeClock;
import io.mathscale.core.model.Sleeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockClaimTest {
  @TempDir private java.nio.file.Path folder;

  private final FakeClock clock = new FakeClock();
  private FileSystem fileSystem;
  private Path lock;

  @BeforeEach
  void openFileSystem() throws IOException {
    fileSystem = FileSystem.getLocal(new Configuration());
    lock = new Path(folder.toString(), "_running");
  }

  @Test
  void isHadAtOnceWhereNobodyElseWantsIt() throws IOException {
    Files.createFile(folder.resolve("._other.a.claim"));

    try (LockClaim claim = LockClaim.await(fileSystem, lock, clock)) {
      assertThat(claim.isOurs()).isTrue();
    }

    assertThat(clock.sleeps()).isEmpty();
    assertThat(names()).containsExactly("._other.a.claim");
  }

  @Test
  void givesWayToASmallerOneUntilThatIsGivenBack() throws IOException {
    Files.createFile(folder.resolve("._running.!.claim"));
    List<List<String>> seen = new ArrayList<>();
    Sleeper sleeper =
        duration -> {
          seen.add(names());
          delete("._running.!.claim");
        };

    try (LockClaim claim = LockClaim.await(fileSystem, lock, sleeper)) {
      assertThat(claim.isOurs()).isTrue();
    }

    assertThat(seen).containsExactly(List.of("._running.!.claim"));
  }

  @Test
  void waitsForAGreaterOneToGiveWay() throws IOException {
    Files.createFile(folder.resolve("._running.~.claim"));
    List<Integer> seen = new ArrayList<>();
    Sleeper sleeper =
        duration -> {
          seen.add(names().size());
          delete("._running.~.claim");
        };

    try (LockClaim claim = LockClaim.await(fileSystem, lock, sleeper)) {
      assertThat(claim.isOurs()).isTrue();
    }

    assertThat(seen).containsExactly(2);
  }

  @Test
  void isHadAfterSomeSecondsWhereWhoHasItIsGone() throws IOException {
    Files.createFile(folder.resolve("._running.!.claim"));

    try (LockClaim claim = LockClaim.await(fileSystem, lock, clock)) {
      assertThat(claim.isOurs()).isTrue();
    }

    assertThat(clock.sleeps()).hasSize(17);
    assertThat(names()).isEmpty();
  }

  @Test
  void isNotOursOnceAnotherTookUsForGone() throws IOException {
    try (LockClaim claim = LockClaim.await(fileSystem, lock, clock)) {
      names().forEach(this::delete);

      assertThat(claim.isOurs()).isFalse();
    }
  }

  private List<String> names() {
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
