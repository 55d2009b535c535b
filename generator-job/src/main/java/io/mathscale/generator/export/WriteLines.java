package io.mathscale.generator.export;

import io.mathscale.core.config.ExportConfig.Compression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Writes the rows of a partition, sorted by file, as JSON lines: first column the file, then a line
 * a layout. One file of each layout is open at a time. Each attempt of a task writes files of its
 * own.
 */
final class WriteLines implements MapPartitionsFunction<Row, WrittenFile> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final List<String> layouts;
  private final Compression compression;
  private final SerializableConfiguration hadoop;

  WriteLines(
      String folder,
      List<String> layouts,
      Compression compression,
      SerializableConfiguration hadoop) {
    this.folder = folder;
    this.layouts = List.copyOf(layouts);
    this.compression = compression;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<WrittenFile> call(Iterator<Row> rows) throws IOException {
    FileSystem fileSystem = new Path(folder).getFileSystem(hadoop.value());
    FileSystem plain = fileSystem instanceof LocalFileSystem local ? local.getRaw() : fileSystem;
    List<WrittenFile> written = new ArrayList<>();
    Map<String, LineFile> open = new LinkedHashMap<>();
    try {
      int current = -1;
      while (rows.hasNext()) {
        Row row = rows.next();
        if (row.getInt(0) != current) {
          closeAll(open, written);
          current = row.getInt(0);
        }

        for (int i = 0; i < layouts.size(); i++) {
          if (!row.isNullAt(i + 1)) {
            file(open, plain, layouts.get(i), current).add(row.getString(i + 1));
          }
        }
      }

      closeAll(open, written);
    } finally {
      for (LineFile file : open.values()) {
        file.close();
      }
    }

    return written.iterator();
  }

  private LineFile file(
      Map<String, LineFile> open, FileSystem fileSystem, String layout, int number)
      throws IOException {
    LineFile file = open.get(layout);
    if (file == null) {
      Path path = new Path(new Path(folder, layout), number + "-" + UUID.randomUUID());
      file = new LineFile(fileSystem, path, layout, number, compression);
      open.put(layout, file);
    }

    return file;
  }

  private static void closeAll(Map<String, LineFile> open, List<WrittenFile> written)
      throws IOException {
    for (LineFile file : open.values()) {
      file.close();
      written.add(file.written());
    }

    open.clear();
  }
}
