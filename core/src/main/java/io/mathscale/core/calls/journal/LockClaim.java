package io.mathscale.core.calls.journal;

import io.mathscale.core.model.Sleeper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write the file of a lock for the first time, which one process has at a time, also
 * on stores that cannot create a file only if it is not there: each writes a file of its own and
 * has the right once a listing shows no other. Of two listings, each made after its owner's file
 * was written, the later one shows both files, wherever listings show what was written before, as
 * those of S3, GCS, ABFS and HDFS do.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel">
 *     Amazon S3 data consistency model</a>
 */
final class LockClaim implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LockClaim.class);

  private static final String ENDING = ".claim";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Writing a lock takes a moment: who has claimed it for so long is gone. */
  private static final int LOOKS_UNTIL_GONE = 16;

  private final FileSystem fileSystem;
  private final Path folder;
  private final String prefix;
  private final String own;

  private LockClaim(FileSystem fileSystem, Path lock) {
    this.fileSystem = fileSystem;
    this.folder = lock.getParent();
    this.prefix = "." + lock.getName() + ".";
    this.own = prefix + UUID.randomUUID() + ENDING;
  }

  /**
   * Returns when nobody else has the right.
   *
   * @param lock file of the lock
   * @param sleeper how to wait
   */
  static LockClaim await(FileSystem fileSystem, Path lock, Sleeper sleeper) throws IOException {
    LockClaim claim = new LockClaim(fileSystem, lock);
    try {
      claim.await(sleeper);
      return claim;
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private void await(Sleeper sleeper) throws IOException {
    Map<String, Integer> looks = new HashMap<>();
    write();
    for (SortedSet<String> all = listed(); !isOursAlone(all); all = listed()) {
      SortedSet<String> others = new TreeSet<>(all);
      others.remove(own);
      if (others.isEmpty()) {
        // We stood still for so long that we were taken for gone.
        write();
      } else if (others.first().compareTo(own) < 0) {
        close();
        awaitNone(looks, sleeper);
        write();
      } else {
        // They are to give way.
        look(others, looks, sleeper);
      }
    }
  }

  private void awaitNone(Map<String, Integer> looks, Sleeper sleeper) throws IOException {
    for (SortedSet<String> others = listed(); !others.isEmpty(); others = listed()) {
      look(others, looks, sleeper);
    }
  }

  private void look(SortedSet<String> others, Map<String, Integer> looks, Sleeper sleeper)
      throws IOException {
    for (String other : others) {
      if (looks.merge(other, 1, Integer::sum) > LOOKS_UNTIL_GONE) {
        LOG.info("{} is left by a process that is gone", new Path(folder, other));
        fileSystem.delete(new Path(folder, other), false);
      }
    }

    try {
      sleeper.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for another run", e);
    }
  }

  /** Whether it is claimed by us and by nobody else. */
  boolean isOurs() throws IOException {
    return isOursAlone(listed());
  }

  private boolean isOursAlone(SortedSet<String> all) {
    return all.size() == 1 && all.contains(own);
  }

  private SortedSet<String> listed() throws IOException {
    SortedSet<String> claims = new TreeSet<>();
    try {
      for (FileStatus file : fileSystem.listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.startsWith(prefix) && name.endsWith(ENDING)) {
          claims.add(name);
        }
      }
    } catch (FileNotFoundException e) {
      // Taken away with all that was in it.
      LOG.debug("{} is gone", folder, e);
    }

    return claims;
  }

  private void write() throws IOException {
    JournalFiles.create(fileSystem, new Path(folder, own)).close();
  }

  /** Gives the right back. */
  @Override
  public void close() throws IOException {
    fileSystem.delete(new Path(folder, own), false);
  }
}
