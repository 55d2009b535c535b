package io.mathscale.core.command.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.calls.StageStoppedException;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.time.FastTime;
import io.mathscale.core.time.ManualTime;
import io.mathscale.core.workspace.TableCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLocksTest {
  private static final FastTime TIME = new FastTime(40);

  @TempDir private Path folder;
  private Path root;
  private TableCatalog workspace;

  @BeforeEach
  void openWorkspace() {
    root = folder.resolve("w");
    workspace = TableCatalog.at(new Configuration(), root.toString());
  }

  @Test
  void givesEachFamilyToOneApplicationAtATime() {
    try (TableLocks first = take("concepts", "graph")) {
      assertThatThrownBy(() -> take("graph", "pairs"))
          .isInstanceOf(ConfigException.class)
          .hasMessageStartingWith("One command must write the tables of graph at a time: another")
          .hasMessageContaining(root.resolve("_locks/graph").toString());

      first.requireHeld();
      assertThat(root.resolve("_locks/pairs")).as("given back").doesNotExist();
      take("pairs").close();
    }

    take("graph", "pairs").close();
  }

  @Test
  void leavesNoWorkspaceInWhichNothingWasWritten() throws IOException {
    take("concepts").close();
    assertThat(root).doesNotExist();

    try (TableLocks locks = take("concepts")) {
      locks.requireHeld();
      Files.writeString(root.resolve("metrics.json"), "[]");
    }

    assertThat(root.resolve("metrics.json")).exists();
  }

  @Test
  void takesNothingWhereNothingIsWritten() {
    try (TableLocks none = take()) {
      none.requireHeld();
      assertThat(none.isAlone()).isTrue();
      assertThat(root).doesNotExist();
      try (TableLocks other = take("pairs")) {
        assertThat(none.isAlone()).isFalse();
        assertThat(other.isAlone()).isTrue();
      }
    }
  }

  @Test
  void aSignOfLifeThatIsBeingWrittenIsNobodys() throws IOException {
    try (TableLocks locks = take("graph")) {
      Files.writeString(root.resolve("_locks/_graph-3b2e9c1a-52a5-4f0e-9d59-0a4f6e1c7d20"), "");

      assertThat(locks.isAlone()).isTrue();
      assertThat(TableLocks.standing(workspace)).containsExactly("graph");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefused() throws IOException {
    Files.writeString(root, "a file");

    assertThatThrownBy(() -> take("concepts"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("workspace must be a folder that can be written: ");
  }

  /** As where the process stood still, and goes on before its next sign of life is due. */
  @Test
  void tellsAtOnceThatAnotherTookTheTables() throws IOException {
    try (TableLocks locks = takeWhereTimeStandsStill()) {
      Path file = root.resolve("_locks/concepts");
      Files.writeString(file, "elsewhere 1 run 7");
      Files.deleteIfExists(file.resolveSibling(".concepts.crc"));

      assertThatThrownBy(locks::requireHeld)
          .isInstanceOf(StageStoppedException.class)
          .hasMessageStartingWith("the tables of concepts are another command's now");
    }
  }

  @Test
  void tellsAtOnceThatAnotherTookTheTablesAndIsDone() throws IOException {
    try (TableLocks locks = takeWhereTimeStandsStill()) {
      Files.delete(root.resolve("_locks/concepts"));

      assertThatThrownBy(locks::requireHeld)
          .isInstanceOf(StageStoppedException.class)
          .hasMessageStartingWith("the tables of concepts are another command's now");
    }
  }

  @Test
  void knowsWhetherOthersAreAtWork() throws IOException {
    try (TableLocks locks = take("concepts")) {
      assertThat(locks.isAlone()).isTrue();
      try (TableLocks other = take("pairs")) {
        assertThat(other.isAlone()).isFalse();
        assertThat(locks.isAlone()).isFalse();
      }

      Path left = Files.writeString(root.resolve("_locks/pairs"), "elsewhere 1 run 7");
      Files.setLastModifiedTime(left, FileTime.fromMillis(0));
      assertThat(locks.isAlone()).as("the owner of the other is long gone").isTrue();
    }
  }

  private TableLocks take(String... families) {
    return TableLocks.take(workspace, new TreeSet<>(List.of(families)), TIME);
  }

  private TableLocks takeWhereTimeStandsStill() {
    return TableLocks.take(workspace, new TreeSet<>(List.of("concepts")), new ManualTime());
  }
}
