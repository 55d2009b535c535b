package io.mathscale.core.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk under the scheme {@code scripted}, as a store that can be full, closed to us, or
 * one that shows a file when it is closed, as object stores do.
 */
public final class ScriptedFileSystem extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("scripted:///");

  private final AtomicInteger created = new AtomicInteger();
  private volatile boolean isObjectStore;
  private volatile boolean isFull;
  private volatile boolean isReadOnly;
  private volatile boolean keepsFiles;
  private volatile String unreachedName = "";
  private volatile int readableBytes = Integer.MAX_VALUE;
  private volatile Runnable beforeWrite = () -> {};
  private volatile Runnable beforeOpen = () -> {};

  /** Made by Hadoop; switched on by nothing yet. */
  public ScriptedFileSystem() {}

  /** One of its own. */
  public static ScriptedFileSystem create() {
    try {
      ScriptedFileSystem made = new ScriptedFileSystem();
      made.initialize(ROOT, new Configuration());
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one that all of this process have, which {@link #reset} makes an ordinary disk again. */
  public static ScriptedFileSystem shared() {
    try {
      return (ScriptedFileSystem) FileSystem.get(ROOT, new Configuration());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a folder here. */
  public static String uri(Path folder) {
    return "scripted:" + folder;
  }

  /** An ordinary disk. */
  public void reset() {
    isObjectStore = false;
    isFull = false;
    isReadOnly = false;
    keepsFiles = false;
    unreachedName = "";
    readableBytes = Integer.MAX_VALUE;
    beforeWrite = () -> {};
    beforeOpen = () -> {};
  }

  /** Shows files when they are closed, and cannot flush. */
  public ScriptedFileSystem asObjectStore() {
    isObjectStore = true;
    return this;
  }

  /** Makes half of each write, then fails. */
  public void full(boolean now) {
    isFull = now;
  }

  /** Lets nobody create a file. */
  public void readOnly(boolean now) {
    isReadOnly = now;
  }

  /** Deletes nothing. */
  public void keepsFiles(boolean now) {
    keepsFiles = now;
  }

  /** Renames nothing to a place of this name. */
  public void failsToRenameTo(String name) {
    unreachedName = name;
  }

  /** Gives so many bytes of each file that is opened, then fails. */
  public void failsToReadAfter(int bytes) {
    readableBytes = bytes;
  }

  /** Does something before bytes are written. */
  public void beforeWrite(Runnable action) {
    beforeWrite = action;
  }

  /** Does something before a file is opened. */
  public void beforeOpen(Runnable action) {
    beforeOpen = action;
  }

  /** Files created so far. */
  public int created() {
    return created.get();
  }

  @Override
  public String getScheme() {
    return "scripted";
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path file) throws IOException {
    return plain(super.getFileStatus(file));
  }

  @Override
  public FileStatus[] listStatus(org.apache.hadoop.fs.Path folder) throws IOException {
    return Arrays.stream(super.listStatus(folder))
        .map(ScriptedFileSystem::plain)
        .toArray(FileStatus[]::new);
  }

  /** Without what the disk's own status looks up by addresses of its own scheme alone. */
  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    return !to.getName().equals(unreachedName) && super.rename(from, to);
  }

  @Override
  public boolean delete(org.apache.hadoop.fs.Path file, boolean recursive) throws IOException {
    return !keepsFiles && super.delete(file, recursive);
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize) throws IOException {
    beforeOpen.run();
    FSDataInputStream opened = super.open(file, bufferSize);
    return readableBytes == Integer.MAX_VALUE
        ? opened
        : new FSDataInputStream(new LostInput(opened, readableBytes));
  }

  /** A stream of a device that is lost while it is read. */
  private static final class LostInput extends FSInputStream {
    private final FSDataInputStream opened;
    private int left;

    LostInput(FSDataInputStream opened, int left) {
      this.opened = opened;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        throw new IOException("the device is lost");
      }

      left--;
      return opened.read();
    }

    @Override
    public void seek(long place) throws IOException {
      opened.seek(place);
    }

    @Override
    public long getPos() throws IOException {
      return opened.getPos();
    }

    @Override
    public boolean seekToNewSource(long place) {
      return false;
    }

    @Override
    public void close() throws IOException {
      opened.close();
    }
  }

  @Override
  protected OutputStream createOutputStreamWithMode(
      org.apache.hadoop.fs.Path file, boolean append, FsPermission permission) throws IOException {
    if (isReadOnly) {
      throw new FileNotFoundException(file + " (Permission denied)");
    }

    created.incrementAndGet();
    if (!isObjectStore) {
      return new Stream(super.createOutputStreamWithMode(file, append, permission), file, file);
    }

    org.apache.hadoop.fs.Path hidden =
        new org.apache.hadoop.fs.Path(file.getParent(), "." + file.getName() + ".upload");
    return new Stream(super.createOutputStreamWithMode(hidden, false, permission), hidden, file);
  }

  /** A device of Linux on which nothing has room. */
  private OutputStream fullDevice() throws IOException {
    return super.createOutputStreamWithMode(new org.apache.hadoop.fs.Path("/dev/full"), true, null);
  }

  private final class Stream extends OutputStream implements Syncable, StreamCapabilities {
    private final OutputStream out;
    private final org.apache.hadoop.fs.Path written;
    private final org.apache.hadoop.fs.Path shown;
    private boolean isTorn;

    Stream(OutputStream out, org.apache.hadoop.fs.Path written, org.apache.hadoop.fs.Path shown) {
      this.out = out;
      this.written = written;
      this.shown = shown;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      beforeWrite.run();
      if (isFull) {
        out.write(bytes, start, length / 2);
        isTorn = true;
        writeToFullDevice();
      }

      out.write(bytes, start, length);
    }

    /** As object stores fail, or as Hadoop lets the local disk fail: by an error of its own. */
    private void writeToFullDevice() throws IOException {
      if (isObjectStore) {
        throw new IOException("No space left on device");
      }

      try (OutputStream device = fullDevice()) {
        device.write(0);
      }
    }

    @Override
    public boolean hasCapability(String capability) {
      return !isObjectStore && capability.equals("hflush");
    }

    @Override
    public void hflush() throws IOException {
      out.flush();
    }

    @Override
    public void hsync() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!written.equals(shown) && !isTorn) {
        delete(shown, false);
        rename(written, shown);
      }
    }
  }
}
