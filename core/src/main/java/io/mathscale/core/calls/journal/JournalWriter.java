package io.mathscale.core.calls.journal;

import io.mathscale.core.calls.store.StoreTrouble;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.StoreFaults;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of one process in a run: JSON lines, appended as calls end.
 *
 * <p>A line is held in memory until it is durable. Where the file system can make an open file's
 * lines durable ({@code hflush}), all go to one open file; where it cannot (object stores), each
 * batch of lines becomes a file. What cannot be written, for want of room or since the store is
 * away, stays held and is written again. Thread-safe; whoever appends never waits.
 */
public final class JournalWriter implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

  /** Object stores take money for each file: lines wait so long for one, if not told longer. */
  private static final Duration PART_AGE = Duration.ofSeconds(3);

  /** The longest file of an object store. */
  private static final long PART_BYTES = 8L << 20;

  /** On other file systems, so much is written before it is made durable. */
  private static final long FLUSH_BYTES = 1L << 20;

  /** After a failure, since a small batch may find room where a large one does not. */
  private static final long RETRY_BYTES = 64L << 10;

  /** A file is read by one task: one of this length is closed. */
  static final long LONGEST_FILE_BYTES = 256L << 20;

  /** Beyond so much, calls end faster than they can be written. */
  private static final long MOST_HELD_BYTES = 32L << 20;

  /** A write that takes longer is as one that failed: clients of stores try again by themselves. */
  private static final Duration SLOWEST = Duration.ofSeconds(15);

  /** Pauses after failures, the last of them again and again. */
  private static final List<Duration> PAUSES =
      Stream.of(1, 2, 5, 10).map(Duration::ofSeconds).toList();

  private static final Duration CHECK = Duration.ofMillis(50);

  /** The longest that the end of a process or a run waits for a write that hangs. */
  private static final Duration END_PATIENCE = Duration.ofSeconds(5);

  /**
   * What a stream says of itself that can make an open file durable (Hadoop, StreamCapabilities).
   */
  private static final String HFLUSH = "hflush";

  private final FileSystem fileSystem;
  private final Path folder;
  private final String process;
  private final Duration flushInterval;
  private final Duration giveUpAfter;
  private final TimeSource time;
  private final JournalMerger merger;
  private final HeldLines held = new HeldLines();

  /** Held by whoever writes. */
  private final ReentrantLock writing = new ReentrantLock();

  private FSDataOutputStream stream;
  private Path file;
  private boolean isFileKept;

  /** Not known before the first file is opened. */
  private volatile boolean isFlushable = true;

  private volatile Optional<String> failure = Optional.empty();
  private volatile long nextTryAt;
  private int failures;

  /**
   * A journal in the folder of a run.
   *
   * @param fileSystem where the folder is
   * @param folder where its files go
   * @param process name of the process, with which the names of its files begin
   * @param flushInterval a line is durable after so long at the latest, where nothing is amiss
   * @param giveUpAfter how long a line that cannot be written is held
   * @param time by which lines grow old
   * @param merger is told of each file that was written whole
   */
  public JournalWriter(
      FileSystem fileSystem,
      Path folder,
      String process,
      Duration flushInterval,
      Duration giveUpAfter,
      TimeSource time,
      JournalMerger merger) {
    this.fileSystem = fileSystem;
    this.folder = folder;
    this.process = process;
    this.flushInterval = flushInterval;
    this.giveUpAfter = giveUpAfter;
    this.time = time;
    this.merger = merger;
  }

  /** Appends a line; it is durable before long. */
  public void append(JournalEntry entry) {
    byte[] line = entry.toLine();
    if (held.append(line, time.nanos()) >= batchBytes()) {
      writeDue();
    }
  }

  /** Makes durable what has been held long enough; to be called often. */
  public void writeDue() {
    if (isDue() && writing.tryLock()) {
      try {
        writeAll();
      } finally {
        writing.unlock();
      }
    }
  }

  /** How often {@link #writeDue} is to be called for lines to be durable in time. */
  public Duration checkInterval() {
    return flushInterval.dividedBy(4);
  }

  private boolean isDue() {
    if (held.count() == 0) {
      return false;
    }

    long now = time.nanos();
    if (failure.isPresent()) {
      return now - nextTryAt >= 0;
    }

    return held.bytes() >= batchBytes()
        || held.age(now) + checkInterval().toNanos() >= longestAge().toNanos();
  }

  private Duration longestAge() {
    return isFlushable || flushInterval.compareTo(PART_AGE) > 0 ? flushInterval : PART_AGE;
  }

  private long batchBytes() {
    if (!isFlushable) {
      return PART_BYTES;
    }

    return failure.isPresent() ? RETRY_BYTES : FLUSH_BYTES;
  }

  /** Writes what is held now; what comes meanwhile would make an object store's files many. */
  private void writeAll() {
    long appended = held.appended();
    while (!held.areDurable(appended)) {
      List<byte[]> batch = held.oldest(batchBytes());
      try {
        write(batch);
      } catch (IOException | RuntimeException | FSError e) {
        fail(e);
        return;
      }

      held.madeDurable(batch.size());
      failure = Optional.empty();
      failures = 0;
      closeWhereItIsLong();
    }
  }

  private void write(List<byte[]> batch) throws IOException {
    if (stream == null) {
      open();
    }

    for (byte[] line : batch) {
      stream.write(line);
    }

    if (isFlushable) {
      stream.hflush();
    } else {
      FSDataOutputStream whole = stream;
      stream = null;
      long length = whole.getPos();
      whole.close();
      merger.add(new JournalMerger.Part(file, length));
    }

    isFileKept = true;
  }

  private void open() throws IOException {
    file = JournalFiles.newFile(folder, process);
    isFileKept = true;
    stream = JournalFiles.create(fileSystem, file);
    isFileKept = false;
    isFlushable = stream.hasCapability(HFLUSH);
  }

  /**
   * Nothing more goes into the file: a line after a torn one would be lost with it. A file without
   * a durable line is removed, since a full store would soon be full of them.
   */
  private void fail(Throwable e) {
    LOG.debug("{} cannot be written now", file, e);
    nextTryAt = time.nanos() + PAUSES.get(Math.min(failures, PAUSES.size() - 1)).toNanos();
    failures++;
    failure = Optional.of(StoreFaults.words(e));
    closeStream();
    if (!isFileKept) {
      JournalFiles.remove(fileSystem, List.of(file));
    }
  }

  private void closeWhereItIsLong() {
    if (stream != null && stream.getPos() >= LONGEST_FILE_BYTES) {
      closeStream();
    }
  }

  /** Closes a file whose lines are durable, or are held and will be written to another. */
  private void closeStream() {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException | RuntimeException | FSError e) {
        LOG.debug("{} cannot be closed", file, e);
      }

      stream = null;
    }
  }

  /** What keeps lines from being made durable, if anything does. */
  public Optional<StoreTrouble> trouble() {
    long age = held.age(time.nanos());
    if (held.count() == 0 || (failure.isEmpty() && age < slowest().toNanos())) {
      return Optional.empty();
    }

    return Optional.of(
        new StoreTrouble(
            folder.toString(),
            failure.orElse("it does not answer"),
            held.count(),
            held.bytes(),
            Duration.ofNanos(age),
            age >= giveUpAfter.toNanos()));
  }

  private Duration slowest() {
    return SLOWEST.plus(longestAge());
  }

  /** Whether no calls are to be begun, since their ends could not be made durable. */
  public boolean isBlocked() {
    return held.bytes() >= MOST_HELD_BYTES || trouble().isPresent();
  }

  private boolean isGivenUp() {
    return trouble().filter(StoreTrouble::isGivenUp).isPresent();
  }

  /**
   * Returns when all that was appended before is durable, or has been held for too long. An
   * interrupt does not end the wait: what was paid for is not left behind.
   */
  public void awaitDurable() {
    long appended = held.appended();
    boolean isInterrupted = false;
    while (!held.areDurable(appended) && !isGivenUp()) {
      boolean mayTry = failure.isEmpty() || time.nanos() - nextTryAt >= 0;
      if (mayTry && writing.tryLock()) {
        try {
          writeAll();
        } finally {
          writing.unlock();
        }
      } else {
        isInterrupted |= !sleep();
      }
    }

    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sleep() {
    try {
      time.sleep(CHECK);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /**
   * Tries once to make durable what is held, for a process that is about to end.
   *
   * @return lines that are held all the same
   */
  public int writeNow() {
    boolean isOurs = false;
    try {
      isOurs = writing.tryLock(END_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (isOurs) {
        writeAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (isOurs) {
        writing.unlock();
      }
    }

    return held.count();
  }

  /** Closes its file; what cannot be written by now is lost. */
  @Override
  public void close() {
    writeNow();
    if (writing.tryLock()) {
      try {
        closeStream();
      } finally {
        writing.unlock();
      }
    }
  }
}
