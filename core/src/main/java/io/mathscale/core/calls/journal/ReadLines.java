package io.mathscale.core.calls.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The lines of files, each read to its end. Spark's own reader trusts the length in the folder's
 * listing, which HDFS gives as 0 for a file whose writer was killed.
 */
final class ReadLines implements FlatMapFunction<String, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<String> call(String file) throws IOException {
    Path path = new Path(file);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                path.getFileSystem(SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()))
                    .open(path),
                StandardCharsets.UTF_8));
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> close(reader));
    return reader.lines().iterator();
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a journal", e);
    }
  }
}
