package io.mathscale.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of JSON lines that is there whole or not at all: new files are written beside it, and
 * take its place once all of them stand.
 */
final class JsonFolder {
  private final FileSystem fileSystem;
  private final Path folder;

  JsonFolder(FileSystem fileSystem, Path folder) {
    this.fileSystem = fileSystem;
    this.folder = folder;
  }

  /**
   * Writes rows in place of those that stand, in their order over the files in the order of names.
   *
   * @return how many
   */
  long replace(Dataset<Row> rows) {
    Path beside = new Path(folder.getParent(), "_" + folder.getName() + ".new");
    try {
      fileSystem.delete(beside, true);
      rows.write().json(beside.toString());
      fileSystem.delete(folder, true);
      if (!fileSystem.rename(beside, folder)) {
        throw new IOException("The file system does not rename " + beside);
      }

      return rows.sparkSession().read().text(folder.toString()).count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }
}
