package io.mathscale.core.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** Small files that are there whole or not at all. */
public final class AtomicFiles {
  /** File systems on which a rename is one step; elsewhere closing a new file is. */
  private static final Set<String> RENAME_IS_ONE_STEP = Set.of("hdfs", "viewfs", "abfs", "abfss");

  private AtomicFiles() {}

  /**
   * Writes a file in place of the one that stands, or not at all. Where two write the same file at
   * the same time, it is what one of them wrote.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(FileSystem fileSystem, Path file, String text) {
    Path beside = new Path(file.getParent(), Scratch.name("_" + file.getName()));
    try {
      if (fileSystem instanceof LocalFileSystem local) {
        writeLocally(local.pathToFile(file).toPath(), local.pathToFile(beside).toPath(), text);
      } else if (RENAME_IS_ONE_STEP.contains(fileSystem.getScheme())) {
        create(fileSystem, beside, text);
        FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf())
            .rename(beside, file, Rename.OVERWRITE);
      } else {
        create(fileSystem, file, text);
      }
    } catch (IOException | FSError e) {
      var failure = new UncheckedIOException("Cannot write " + file, asIoException(e));
      remove(fileSystem, beside, failure);
      throw failure;
    }
  }

  private static void remove(FileSystem fileSystem, Path beside, UncheckedIOException failure) {
    try {
      fileSystem.delete(beside, false);
    } catch (IOException | FSError e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Whether a file system has folders, which are there without files and can change their names in
   * one step; the folders of object stores are beginnings of names.
   */
  public static boolean hasFolders(FileSystem fileSystem) {
    String scheme = fileSystem.getUri().getScheme();
    return scheme.equals("file") || RENAME_IS_ONE_STEP.contains(scheme);
  }

  /**
   * Gives a file or folder another name.
   *
   * @throws IOException also where the file system only says that it did not
   */
  static void rename(FileSystem fileSystem, Path from, Path to) throws IOException {
    if (!fileSystem.rename(from, to)) {
      throw new IOException("The file system does not rename " + from + " to " + to);
    }
  }

  /** What went wrong: Hadoop throws an error of its own where the local disk cannot be written. */
  public static IOException asIoException(Throwable failure) {
    return failure instanceof IOException exception
        ? exception
        : new IOException(failure.getMessage(), failure);
  }

  /** Hadoop would start four processes to rename a file on the local file system. */
  private static void writeLocally(java.nio.file.Path file, java.nio.file.Path beside, String text)
      throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(beside, text);
    // Of a file that Hadoop wrote: with it, another content would be taken for damaged.
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void create(FileSystem fileSystem, Path file, String text) throws IOException {
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
