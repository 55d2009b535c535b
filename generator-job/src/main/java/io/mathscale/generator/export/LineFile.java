package io.mathscale.generator.export;

import io.mathscale.core.config.ExportConfig.Compression;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.io.ZStdCompressionCodec;

/** A file of JSON lines that is being written. */
final class LineFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final String layout;
  private final int file;
  private final Path path;
  private final HashingStream hashed;
  private final OutputStream lines;
  private long rows;

  LineFile(FileSystem fileSystem, Path path, String layout, int file, Compression compression)
      throws IOException {
    this.layout = layout;
    this.file = file;
    this.path = path;
    this.hashed = new HashingStream(fileSystem.create(path, true));
    this.lines = new BufferedOutputStream(compressed(hashed, compression), BUFFER);
  }

  private static OutputStream compressed(OutputStream out, Compression compression)
      throws IOException {
    return switch (compression) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> new ZStdCompressionCodec(new SparkConf(false)).compressedOutputStream(out);
    };
  }

  /** The end of the names of such files. */
  static String ending(Compression compression) {
    return switch (compression) {
      case NONE -> ".jsonl";
      case GZIP -> ".jsonl.gz";
      case ZSTD -> ".jsonl.zst";
    };
  }

  /** Adds a line. */
  void add(String line) throws IOException {
    lines.write(oneLine(line).getBytes(StandardCharsets.UTF_8));
    lines.write('\n');
    rows++;
  }

  /** Some readers take these characters for ends of lines (Python's {@code splitlines}). */
  private static String oneLine(String json) {
    return json.indexOf('\u2028') < 0 && json.indexOf('\u2029') < 0 && json.indexOf('\u0085') < 0
        ? json
        : json.replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029")
            .replace("\u0085", "\\u0085");
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** What was written, once it is closed. */
  WrittenFile written() {
    return new WrittenFile(layout, file, path.toString(), rows, hashed.bytes(), hashed.hash());
  }
}
