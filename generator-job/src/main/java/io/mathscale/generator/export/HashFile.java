package io.mathscale.generator.export;

import io.mathscale.core.parquet.ParquetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;

/** Counts and hashes a Parquet file that Spark wrote. */
final class HashFile implements Function<String, WrittenFile> {
  private static final long serialVersionUID = 1L;

  private final String layout;
  private final SerializableConfiguration hadoop;

  HashFile(String layout, SerializableConfiguration hadoop) {
    this.layout = layout;
    this.hadoop = hadoop;
  }

  @Override
  public WrittenFile call(String name) throws IOException {
    Path path = new Path(name);
    HashingStream hashed = new HashingStream(OutputStream.nullOutputStream());
    try (InputStream stream = path.getFileSystem(hadoop.value()).open(path)) {
      stream.transferTo(hashed);
    }

    long rows = new ParquetFiles(hadoop.value(), List.of(path)).count();

    String partition = path.getParent().getName();
    int file = Integer.parseInt(partition.substring(partition.indexOf('=') + 1));
    return new WrittenFile(layout, file, name, rows, hashed.bytes(), hashed.hash());
  }
}
