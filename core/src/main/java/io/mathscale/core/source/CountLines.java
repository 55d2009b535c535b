package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFiles;
import io.mathscale.core.source.files.StorageException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;

/** Counts the line ends in a slice, from which the numbers of later lines are known. */
final class CountLines implements Function<FileSlice, Long> {
  private static final long serialVersionUID = 1L;

  private static final int BUFFER_BYTES = 1 << 16;

  private final SerializableConfiguration hadoop;

  CountLines(SerializableConfiguration hadoop) {
    this.hadoop = hadoop;
  }

  @Override
  public Long call(FileSlice slice) {
    try (InputStream stream = SourceFiles.open(slice.path(), slice.start(), hadoop.value())) {
      return lineEnds(stream, slice.end() - slice.start());
    } catch (IOException e) {
      throw new StorageException(slice.path(), e);
    }
  }

  private static long lineEnds(InputStream stream, long length) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long count = 0;
    long left = length;
    while (left > 0) {
      int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return count;
      }

      for (int at = 0; at < read; at++) {
        count += buffer[at] == '\n' ? 1 : 0;
      }

      left -= read;
    }

    return count;
  }
}
