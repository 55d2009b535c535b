package io.mathscale.core.calls.journal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The journal of one task attempt: JSON lines, appended as calls end.
 *
 * <p>Where the file system can make an open file's lines durable ({@code hflush}), {@link #flush}
 * does that; where it cannot (object stores), the file is closed and the next line begins another.
 * Thread-safe.
 */
public final class JournalWriter implements Closeable {
  /** Object stores pay for each file: one is closed when it is this old or this long. */
  private static final Duration ROLL_AGE = Duration.ofSeconds(15);

  private static final long ROLL_BYTES = 8L << 20;

  /** A file is read by one task: elsewhere, one of this length is closed too. */
  private static final long LONGEST_FILE_BYTES = 256L << 20;

  /**
   * What a stream says of itself that can make an open file durable (Hadoop, StreamCapabilities).
   */
  private static final String HFLUSH = "hflush";

  private final FileSystem fileSystem;
  private final Path folder;
  private final String name;
  private final LongSupplier nanoClock;
  private FSDataOutputStream stream;
  private long openedAt;
  private boolean isDirty;

  /**
   * A journal in a folder.
   *
   * @param fileSystem where the folder is
   * @param folder where its files go
   * @param name beginning of its files' names
   * @param nanoClock tells in nanoseconds how old a file is
   */
  public JournalWriter(FileSystem fileSystem, Path folder, String name, LongSupplier nanoClock) {
    // The checksums of the local file system are written when a file is closed: a killed process
    // would leave lines that cannot be read.
    this.fileSystem =
        fileSystem instanceof LocalFileSystem local ? local.getRawFileSystem() : fileSystem;
    this.folder = folder;
    this.name = name;
    this.nanoClock = nanoClock;
  }

  /**
   * Appends a line; it is durable after the next {@link #flush} or {@link #close}.
   *
   * @throws IOException when it could not be written whole; the next line begins another file
   */
  public void append(JournalEntry entry) throws IOException {
    byte[] line = entry.toLine();
    synchronized (this) {
      if (stream == null) {
        stream =
            fileSystem.create(new Path(folder, name + "-" + UUID.randomUUID() + ".jsonl"), false);
        openedAt = nanoClock.getAsLong();
      }

      isDirty = true;
      try {
        stream.write(line);
      } catch (IOException e) {
        abandon(e);
        throw e;
      }
    }
  }

  /**
   * Makes what was appended durable, now or, on an object store, before long.
   *
   * @throws IOException when it could not be; the next line begins another file
   */
  public synchronized void flush() throws IOException {
    if (stream == null || !isDirty) {
      return;
    }

    try {
      if (!stream.hasCapability(HFLUSH)) {
        if (isOld() || stream.getPos() >= ROLL_BYTES) {
          close();
        }
      } else if (stream.getPos() >= LONGEST_FILE_BYTES) {
        close();
      } else {
        stream.hflush();
        isDirty = false;
      }
    } catch (IOException e) {
      abandon(e);
      throw e;
    }
  }

  /** A line after a torn one would be lost with it: no more go into this file. */
  private void abandon(IOException failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private boolean isOld() {
    return nanoClock.getAsLong() - openedAt >= ROLL_AGE.toNanos();
  }

  @Override
  public synchronized void close() throws IOException {
    if (stream != null) {
      FSDataOutputStream closing = stream;
      stream = null;
      isDirty = false;
      closing.close();
    }
  }
}
