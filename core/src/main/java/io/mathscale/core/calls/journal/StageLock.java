package io.mathscale.core.calls.journal;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.time.PeriodicTask;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.AtomicFiles;
import io.mathscale.core.workspace.StoreFaults;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to ask for a stage of a workspace: two runs at a time would pay twice. A file that its
 * owner writes again and again; the file of an owner that is gone gives way.
 */
public final class StageLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StageLock.class);

  /** The owner writes so often. */
  private static final Duration BEAT = Duration.ofSeconds(4);

  /** An owner that does not write for this many beats is gone. */
  private static final int BEATS_UNTIL_GONE = 4;

  /** One that could not be written says nothing: stores are slow at times. */
  private static final int BEATS_UNTIL_WARNING = 2;

  /** Owners in this process, which need no sign of life. */
  private static final Set<String> KEPT_HERE = ConcurrentHashMap.newKeySet();

  private final FileSystem fileSystem;
  private final Path file;
  private final String owner;
  private final String rule;
  private volatile PeriodicTask timer = () -> {};
  private Runnable whenLost = () -> {};
  private volatile boolean isLost;
  private boolean isClosed;
  private TimeSource time = SystemTime.INSTANCE;
  private String before = "";
  private long shownAt = time.nanos();
  private long certainAt = shownAt;
  private long beats;
  private int missed;

  private StageLock(FileSystem fileSystem, Path file, String rule) {
    this.fileSystem = fileSystem;
    this.file = file;
    this.rule = rule;
    this.owner = "%s %d %s".formatted(host(), ProcessHandle.current().pid(), UUID.randomUUID());
  }

  /**
   * Takes the right, waiting some seconds where its owner may be gone.
   *
   * @param file stands while somebody has it
   * @param sleeper how to wait
   * @throws ConfigException when another run has it, or the file may not be written
   */
  static StageLock take(FileSystem fileSystem, Path file, Sleeper sleeper) {
    return take(fileSystem, file, sleeper, "One run of a stage must ask at a time");
  }

  /**
   * Takes another right of the same kind.
   *
   * @param file stands while somebody has it
   * @param sleeper how to wait
   * @param rule what a refusal says must hold
   * @throws ConfigException when another run has it
   */
  public static StageLock take(FileSystem fileSystem, Path file, Sleeper sleeper, String rule) {
    StageLock lock = new StageLock(fileSystem, file, rule);
    try {
      boolean isTaken = false;
      while (!isTaken) {
        String left = lock.requireGone(sleeper);
        isTaken = lock.takeOver(left, sleeper);
      }
    } catch (IOException e) {
      throw StoreFaults.isFull(e)
          ? new UncheckedIOException("Cannot write " + file, e)
          : new ConfigException(
              "workspace must be a folder that can be written: cannot write %s (%s)"
                  .formatted(file, StoreFaults.words(e)),
              e);
    }

    return lock;
  }

  /** Keeps it until it is closed, or until another run has taken it. */
  public void keep(TimeSource time) {
    KEPT_HERE.add(owner);
    synchronized (this) {
      this.time = time;
      shownAt = time.nanos();
      certainAt = shownAt;
    }

    timer = time.every(BEAT, "calls-stage-lock", this::beatOrSay);
  }

  /** What to do when another run has taken it, or has so already: it thought that we are gone. */
  public synchronized void whenLost(Runnable action) {
    this.whenLost = action;
    if (isLost) {
      action.run();
    }
  }

  /** Takes it for lost, since something that it needs is lost. */
  public synchronized void giveUp() {
    isLost = true;
    whenLost.run();
  }

  /** Whether another run is known to have taken it. */
  public boolean isLost() {
    return isLost;
  }

  /**
   * Whether another run has taken it, by what stands in the file now: a process that stood still
   * must not go on until its next sign of life finds out.
   *
   * @throws UncheckedIOException when that cannot be read, and the owner has shown no sign of life
   *     for so long that others may take it for gone
   */
  public boolean isTaken() {
    awaitCertainty();
    return isTakenNow();
  }

  /**
   * A sign of life that comes late may stand over that of another who took the right meanwhile, and
   * writes again soon.
   */
  private void awaitCertainty() {
    TimeSource by;
    long certain;
    synchronized (this) {
      by = time;
      certain = certainAt;
    }

    try {
      by.sleepUntil(certain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isTakenNow() {
    try {
      if (!isLost && !isClosed) {
        loseIfTaken();
      }
    } catch (IOException e) {
      Duration silent = Duration.ofNanos(time.nanos() - shownAt);
      if (silent.compareTo(BEAT.multipliedBy(BEATS_UNTIL_GONE)) >= 0) {
        throw new UncheckedIOException(
            "%s must be readable: for %d s it was not written, and another run may have taken it"
                .formatted(file, silent.toSeconds()),
            e);
      }

      // So soon nobody has taken it; whoever asks is about to write there and meets the same.
      LOG.debug("{} cannot be read now", file, e);
    }

    return isLost;
  }

  /**
   * Writes the file, unless another has written it meanwhile.
   *
   * @param left what one that is gone has written; empty for none
   */
  private boolean takeOver(String left, Sleeper sleeper) throws IOException {
    try (LockClaim claim = LockClaim.await(fileSystem, file, sleeper)) {
      boolean isFree = !fileSystem.exists(file) || read().equals(left);
      if (!isFree || !claim.isOurs()) {
        return false;
      }

      create();
      before = left.substring(0, left.lastIndexOf(' ') + 1);
      return true;
    }
  }

  private void create() throws IOException {
    OutputStream out = fileSystem.create(file, true);
    try (out) {
      out.write(text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException | FSError full) {
      // An empty file would stand for an owner that nobody knows.
      fileSystem.delete(file, false);
      throw AtomicFiles.asIoException(full);
    }
  }

  private String text() {
    return owner + " " + beats;
  }

  /** What the last owner has written, which must be gone; empty where there was none. */
  private String requireGone(Sleeper sleeper) throws IOException {
    String seen = readOrNothing();
    if (isOfDeadProcess(seen)) {
      return seen;
    }

    if (KEPT_HERE.stream().anyMatch(seen::startsWith)) {
      throw refusal(seen);
    }

    for (int beat = 0; beat < BEATS_UNTIL_GONE && fileSystem.exists(file); beat++) {
      if (beat == 0) {
        LOG.info("Looking whether the run is gone that has {}: {}", file, seen);
      }

      sleep(sleeper);
      if (!readOrNothing().equals(seen) && fileSystem.exists(file)) {
        throw refusal(seen);
      }
    }

    return seen;
  }

  private ConfigException refusal(String seen) {
    return new ConfigException(
        "%s: another is at work on this workspace, on %s (host, process, run and sign of life in %s)"
            .formatted(rule, seen, file));
  }

  private static void sleep(Sleeper sleeper) {
    try {
      sleeper.sleep(BEAT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for another run", e);
    }
  }

  /** Only of a process on this host can be told that it is gone. */
  private static boolean isOfDeadProcess(String owner) {
    String[] words = owner.split(" ", 3);
    return words.length == 3
        && words[0].equals(host())
        && words[1].matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(words[1])).isEmpty();
  }

  /** What its owner last wrote; empty where that cannot be read: it is being written, or gone. */
  private String readOrNothing() {
    try {
      return read();
    } catch (IOException e) {
      LOG.debug("{} cannot be read now", file, e);
      return "";
    }
  }

  /** What its owner last wrote; empty where there is none. */
  private String read() throws IOException {
    try (InputStream in = fileSystem.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      return "";
    }
  }

  private void beatOrSay() {
    try {
      beat();
      if (missed >= BEATS_UNTIL_WARNING) {
        LOG.info("{} can be written again", file);
      }

      missed = 0;
    } catch (IOException | RuntimeException | FSError e) {
      LOG.debug("{} cannot be written now", file, e);
      missed++;
      if (missed == BEATS_UNTIL_WARNING && !ShutdownHookManager.get().isShutdownInProgress()) {
        LOG.warn(
            "{} could not be written for {} s ({}): after {} s a run elsewhere may take this one"
                + " for gone",
            file,
            BEAT.toSeconds() * missed,
            StoreFaults.words(e),
            BEAT.toSeconds() * BEATS_UNTIL_GONE);
      }
    }
  }

  /** Shows that the owner is there, if it still is the owner. */
  synchronized void beat() throws IOException {
    if (isClosed || isLost) {
      return;
    }

    loseIfTaken();
    if (!isLost) {
      beats++;
      AtomicFiles.write(fileSystem, file, text());
      long now = time.nanos();
      if (now - shownAt >= BEAT.toNanos() * (BEATS_UNTIL_GONE - 1)) {
        certainAt = now + BEAT.toNanos() * 2;
      }

      shownAt = now;
    }
  }

  /**
   * One that another took and gave back is gone: what it wrote meanwhile is not ours to replace.
   */
  private void loseIfTaken() throws IOException {
    String seen = read();
    boolean isGone = seen.isEmpty() && !fileSystem.exists(file);
    if (isGone && AtomicFiles.hasFolders(fileSystem) && !fileSystem.exists(file.getParent())) {
      throw new FileNotFoundException(file.getParent() + " is gone");
    }

    if (isGone || !isOurs(seen)) {
      LOG.error("Another run has taken {}: {}", file, isGone ? "it has ended" : seen);
      isLost = true;
      whenLost.run();
      timer.close();
    }
  }

  /**
   * A full store may have torn what we wrote; an empty file is nobody else's. What the one that we
   * took it from began to write before it was gone may come late, and gives it nothing back.
   */
  private boolean isOurs(String seen) {
    return seen.startsWith(owner)
        || owner.startsWith(seen)
        || (!before.isEmpty() && seen.startsWith(before));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /**
   * Gives the right back; after a late sign of life not before another would have written again.
   */
  @Override
  public void close() {
    timer.close();
    KEPT_HERE.remove(owner);
    synchronized (this) {
      isClosed = true;
    }

    awaitCertainty();
    synchronized (this) {
      try {
        if (time.nanos() - certainAt >= 0 && isOurs(read())) {
          fileSystem.delete(file, false);
        }
      } catch (IOException e) {
        // The next run waits some seconds, then takes it.
        LOG.info("{} cannot be removed ({})", file, StoreFaults.words(e));
      }
    }
  }
}
