package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.source.files.StorageException;
import io.mathscale.core.source.files.StoredInput;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A Parquet file as it stands on its file system, whose failures are told from damage of the file.
 *
 * @param path the whole path of the file
 * @param getLength its bytes
 * @param hadoop how its file system is reached
 */
record ParquetInput(String path, long getLength, Configuration hadoop) implements InputFile {
  @Override
  public SeekableInputStream newStream() {
    try {
      return new Stored(path, SourceFiles.open(path, 0, hadoop));
    } catch (IOException e) {
      throw new StorageException(path, e);
    }
  }

  /** The bytes, from any place on. */
  private static final class Stored extends DelegatingSeekableInputStream {
    private final String path;
    private final FSDataInputStream opened;

    Stored(String path, FSDataInputStream opened) {
      super(new StoredInput(path, opened));
      this.path = path;
      this.opened = opened;
    }

    @Override
    public long getPos() throws IOException {
      return opened.getPos();
    }

    @Override
    public void seek(long place) throws IOException {
      try {
        opened.seek(place);
      } catch (EOFException e) {
        throw e; // A damaged file names places behind its end.
      } catch (IOException e) {
        throw new StorageException(path, e);
      }
    }
  }
}
