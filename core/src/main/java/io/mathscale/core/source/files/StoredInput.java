package io.mathscale.core.source.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file, of which a failure to read is told from damage that a decoder finds in them:
 * it is a {@link StorageException}.
 */
public final class StoredInput extends FilterInputStream {
  private final String path;

  /**
   * The bytes of an open file.
   *
   * @param path the whole path of the file, for messages
   */
  public StoredInput(String path, InputStream opened) {
    super(opened);
    this.path = path;
  }

  @Override
  public int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw new StorageException(path, e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) {
    try {
      return in.read(bytes, from, length);
    } catch (IOException e) {
      throw new StorageException(path, e);
    }
  }

  @Override
  public long skip(long bytes) {
    try {
      return in.skip(bytes);
    } catch (IOException e) {
      throw new StorageException(path, e);
    }
  }
}
