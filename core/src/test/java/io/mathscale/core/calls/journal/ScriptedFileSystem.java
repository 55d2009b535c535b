package io.mathscale.core.calls.journal;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A file system on disk whose streams cannot be flushed, and one of whose writes may fail. */
final class ScriptedFileSystem extends FilterFileSystem {
  private final int failingWrite;
  private int writes;
  private int closed;

  private ScriptedFileSystem(FileSystem local, int failingWrite) {
    super(((LocalFileSystem) local).getRawFileSystem());
    this.failingWrite = failingWrite;
  }

  /** Like an object store. */
  static ScriptedFileSystem withoutFlush(FileSystem local) {
    return new ScriptedFileSystem(local, 0);
  }

  /** Half of the write of this number, from 1, is made. */
  static ScriptedFileSystem failingAtWrite(FileSystem local, int number) {
    return new ScriptedFileSystem(local, number);
  }

  /** Streams closed so far. */
  int closed() {
    return closed;
  }

  @Override
  public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
    return new FSDataOutputStream(new Stream(super.create(file, overwrite)), null);
  }

  private final class Stream extends OutputStream {
    private final OutputStream file;

    Stream(OutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      writes++;
      if (writes == failingWrite) {
        file.write(bytes, start, length / 2);
        throw new IOException("No space left on device");
      }

      file.write(bytes, start, length);
    }

    @Override
    public void close() throws IOException {
      closed++;
      file.close();
    }
  }
}
