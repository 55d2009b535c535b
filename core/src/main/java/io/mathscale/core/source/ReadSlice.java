package io.mathscale.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads the rows of a slice one after the other, whatever its size. */
final class ReadSlice implements FlatMapFunction<FileSlice, SourceRow> {
  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration hadoop;
  private final int maxRow;

  /**
   * A reader.
   *
   * @param hadoop how to reach file systems
   * @param maxRow bytes; a longer row is a fault
   */
  ReadSlice(SerializableConfiguration hadoop, int maxRow) {
    this.hadoop = hadoop;
    this.maxRow = maxRow;
  }

  @Override
  public Iterator<SourceRow> call(FileSlice slice) {
    InputStream stored = open(slice, hadoop);
    // At once when the task ends, whether its rows were read to the end or not.
    TaskCompletionListener close = context -> close(slice, stored);
    TaskContext.get().addTaskCompletionListener(close);
    return new SliceRows(slice, stored, maxRow);
  }

  /** Opens a slice one byte early: that byte tells whether a line begins at its start. */
  static InputStream open(FileSlice slice, SerializableConfiguration hadoop) {
    try {
      return SourceFiles.open(slice.path(), Math.max(0, slice.start() - 1), hadoop.value());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + slice.path(), e);
    }
  }

  private static void close(FileSlice slice, InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + slice.path(), e);
    }
  }
}
