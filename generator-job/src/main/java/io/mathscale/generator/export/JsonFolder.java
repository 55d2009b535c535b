package io.mathscale.generator.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of JSON lines that others read while it is replaced. New files are written beside it and
 * take its place once all of them stand; the old ones are moved aside before and removed after.
 *
 * <p>So a whole folder stands at every moment: the old or the new one in its place, or, between the
 * two renames, the old one as {@code _<name>.old}, from where the next writing takes it back if
 * this one died there. On file systems that rename by copying, as object stores do, the place may
 * hold a part of the new files for as long as the copying takes.
 */
public final class JsonFolder {
  private final FileSystem fileSystem;
  private final Path folder;
  private final Path next;
  private final Path old;

  /**
   * A folder.
   *
   * @param fileSystem where it is
   * @param folder its path
   */
  public JsonFolder(FileSystem fileSystem, Path folder) {
    this.fileSystem = fileSystem;
    this.folder = folder;
    this.next = new Path(folder.getParent(), "_" + folder.getName() + ".new");
    this.old = new Path(folder.getParent(), "_" + folder.getName() + ".old");
  }

  /**
   * Writes rows in place of those that stand, in their order over the files in the order of names.
   *
   * @throws UncheckedIOException when they cannot be written; the old ones stand then
   */
  public void replace(Dataset<Row> rows) {
    try {
      takeBackOld();
      fileSystem.delete(next, true);
      rows.write().json(next.toString());
      if (fileSystem.exists(folder)) {
        rename(folder, old);
      }

      rename(next, folder);
      fileSystem.delete(old, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  /** Mends what a writing left that died between its renames, or just after. */
  private void takeBackOld() throws IOException {
    if (fileSystem.exists(folder)) {
      fileSystem.delete(old, true);
    } else if (fileSystem.exists(old)) {
      rename(old, folder);
    }
  }

  private void rename(Path from, Path to) throws IOException {
    if (!fileSystem.rename(from, to)) {
      throw new IOException("The file system does not rename " + from + " to " + to);
    }
  }
}
