package io.mathscale.core.workspace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder in which one writing has its files until they are whole, and nobody else has any.
 * Another that stood still, and lost its tables meanwhile, may go on writing beside this one: in a
 * folder of both, the one that ends first would take the files of the other with it.
 */
public final class Scratch implements AutoCloseable {
  /** What no other name ends in; RFC 9562 section 4 has its shape. */
  private static final Pattern ENDING =
      Pattern.compile("-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

  private final FileSystem fileSystem;
  private final Path folder;

  private Scratch(FileSystem fileSystem, Path folder) {
    this.fileSystem = fileSystem;
    this.folder = folder;
  }

  /**
   * A new one, which is made by the first file in it. Others of the same name are removed: of
   * writings that died, or that are no longer to write.
   *
   * @param parent where it is to be, in the workspace
   * @param name how its name begins, {@code _} first: such folders are no tables
   * @throws UncheckedIOException when the others cannot be removed
   * @throws RuntimeException when the right to write is lost: then one of the others is of use
   */
  public static Scratch in(TableCatalog workspace, Path parent, String name) {
    FileSystem fileSystem = workspace.fileSystem();
    try {
      FileStatus[] seen = list(fileSystem, parent);
      // What another begins after this is not among what was seen.
      workspace.guard().beforeWrite();
      for (FileStatus file : seen) {
        if (beginning(file.getPath().getName()).filter(name::equals).isPresent()) {
          fileSystem.delete(file.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + parent, e);
    }

    return new Scratch(fileSystem, new Path(parent, name(name)));
  }

  /** A name for what one writing has not finished, which nobody else has. */
  static String name(String beginning) {
    return beginning + "-" + UUID.randomUUID();
  }

  /** How a name begins that {@link #name} made; empty where it made no such name. */
  static Optional<String> beginning(String name) {
    Matcher ending = ENDING.matcher(name);
    return name.startsWith("_") && ending.find()
        ? Optional.of(name.substring(0, ending.start()))
        : Optional.empty();
  }

  private static FileStatus[] list(FileSystem fileSystem, Path parent) throws IOException {
    try {
      return fileSystem.listStatus(parent);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** A place in the folder. */
  public Path path(String name) {
    return new Path(folder, name);
  }

  /**
   * Removes what is left in it.
   *
   * @throws UncheckedIOException when that cannot be removed
   */
  @Override
  public void close() {
    try {
      fileSystem.delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
