package io.mathscale.core.calls.journal;

import io.mathscale.core.calls.limits.SpendingBound;
import io.mathscale.core.workspace.AtomicFiles;
import io.mathscale.core.workspace.TableCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a run of a stage has leased of its budget, in a folder that outlives it: a file for each
 * process that grants leases, with what the stage had spent before the run and the most that this
 * process can have spent in it. Whatever of that is not in the journal when the run is over may
 * have been charged.
 */
public final class Leases {
  private static final String ENDING = ".lease";

  private final FileSystem fileSystem;
  private final Path folder;

  /** The leases in a folder, which need not be there. */
  public Leases(FileSystem fileSystem, Path folder) {
    this.fileSystem = fileSystem;
    this.folder = folder;
  }

  /** Those of a stage in a workspace. */
  public static Leases in(TableCatalog workspace, String stage) {
    return new Leases(workspace.fileSystem(), workspace.path("calls/" + stage + "/_leases"));
  }

  /** Where they stand. */
  public Path folder() {
    return folder;
  }

  /**
   * Where a process writes down what it leases.
   *
   * @param process a name that no other process has
   * @param before US dollars that the stage had spent before the run, in doubt or not
   * @return which keeps nothing more once another run has counted what was leased
   */
  public SpendingBound of(String process, BigDecimal before) {
    return new Lease(fileSystem, new Path(folder, process + ENDING), before);
  }

  /** The lease of a process, which another run takes away once it counts what was leased. */
  private static final class Lease implements SpendingBound {
    private final FileSystem fileSystem;
    private final Path file;
    private final BigDecimal before;
    private boolean isKept;

    Lease(FileSystem fileSystem, Path file, BigDecimal before) {
      this.fileSystem = fileSystem;
      this.file = file;
      this.before = before;
    }

    @Override
    public void keep(BigDecimal dollars) {
      requireStanding();
      AtomicFiles.write(fileSystem, file, before.toPlainString() + " " + dollars.toPlainString());
      isKept = true;
    }

    /** A driver that stood still must not lease what another has counted as spent. */
    private void requireStanding() {
      try {
        if (isKept && !fileSystem.exists(file)) {
          throw new FileNotFoundException("another run has taken it away");
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + file, e);
      }
    }
  }

  /** The most that the stage can have spent by now, in all its runs; empty where none is open. */
  public Optional<BigDecimal> bound() {
    BigDecimal before = BigDecimal.ZERO;
    BigDecimal leased = BigDecimal.ZERO;
    boolean isOpen = false;
    try {
      for (FileStatus file : fileSystem.listStatus(folder)) {
        if (file.getPath().getName().endsWith(ENDING)) {
          String[] numbers = read(file.getPath()).strip().split(" ", 2);
          before = before.max(new BigDecimal(numbers[0]));
          leased = leased.add(new BigDecimal(numbers[1]));
          isOpen = true;
        }
      }
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }

    return isOpen ? Optional.of(before.add(leased)) : Optional.empty();
  }

  private String read(Path file) throws IOException {
    try (InputStream in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Forgets them: what they may have cost is in the journal. */
  void clear() {
    try {
      fileSystem.delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
