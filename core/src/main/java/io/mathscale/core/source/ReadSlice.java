package io.mathscale.core.source;

import io.mathscale.core.source.files.SourceFiles;
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
    SliceRows.Opener opener = from -> SourceFiles.open(slice.path(), from, hadoop.value());
    SliceRows rows = new SliceRows(slice, opener, hadoop::value, maxRow);
    // At once when the task ends, whether its rows were read to the end or not.
    TaskCompletionListener close = context -> rows.close();
    TaskContext.get().addTaskCompletionListener(close);
    return rows;
  }
}
