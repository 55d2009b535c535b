package io.mathscale.core.workspace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A folder of files for other programs, which know nothing of manifests: written beside the one
 * that stands, and put in its place whole.
 *
 * <p>Where a rename is one step the folders change places by two of them; a writing that died in
 * between leaves the old one as {@code _<name>.old}, from where the next takes it back. Elsewhere,
 * on object stores, the old manifest is removed first and the new one comes last: a folder without
 * it is not whole.
 */
public final class StagedFolder {
  /** Name of the folder of an export, the only one of this kind. */
  public static final String EXPORT = "export";

  /** Ends the names of folders in which one is written. */
  private static final String STAGED = ".staged";

  private final FileSystem fileSystem;
  private final TableGuard guard;
  private final Path folder;
  private final String manifest;
  private final Scratch scratch;
  private final Path old;
  private final SortedMap<String, Path> files = new TreeMap<>();

  /**
   * A folder of a workspace, made ready to be written.
   *
   * @param name its name below the workspace
   * @param manifest name of the file in it that stands only where all others do
   * @throws UncheckedIOException when what a writing left that died cannot be mended
   */
  StagedFolder(TableCatalog workspace, String name, String manifest) {
    this.fileSystem = withoutChecksumFiles(workspace.fileSystem());
    this.guard = workspace.guard();
    this.folder = workspace.path(name);
    this.manifest = manifest;
    this.old = workspace.path(old(name));
    this.scratch = Scratch.in(workspace, workspace.root(), "_" + name + STAGED);
    mend();
  }

  /** Name of the folder that stood before, while another takes its place. */
  static String old(String name) {
    return "_" + name + ".old";
  }

  /**
   * Hadoop puts a file {@code .name.crc} beside each on the local disk, which trainers try to read.
   */
  private static FileSystem withoutChecksumFiles(FileSystem fileSystem) {
    return fileSystem instanceof LocalFileSystem local ? local.getRaw() : fileSystem;
  }

  private void mend() {
    try {
      if (fileSystem.exists(folder)) {
        fileSystem.delete(old, true);
      } else if (fileSystem.exists(old)) {
        AtomicFiles.rename(fileSystem, old, folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  /** Where the folder stands. */
  public Path folder() {
    return folder;
  }

  /** Where tasks may write; what is not {@link #add added} is removed in the end. */
  public Path scratch() {
    return scratch.path("parts");
  }

  /** Takes a file that was written below {@link #scratch} for the folder, under a name in it. */
  public void add(String name, Path written) {
    if (files.put(name, written) != null) {
      throw new IllegalStateException("A name must stand for one file: " + name);
    }
  }

  /**
   * Writes a small text file of the folder.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(String name, String text) {
    Path file = scratch.path("parts/texts/" + name);
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }

    add(name, file);
  }

  /**
   * Puts the files in place of those that stand; nothing else stays.
   *
   * @throws UncheckedIOException when they cannot be put there
   */
  public void publish() {
    if (!files.containsKey(manifest)) {
      throw new IllegalStateException("A folder must have its manifest: " + manifest);
    }

    Path whole = scratch.path("whole");
    try {
      if (AtomicFiles.hasFolders(fileSystem)) {
        moveAll(whole);
        guard.beforeWrite();
        swap(whole);
      } else {
        guard.beforeWrite();
        fileSystem.delete(new Path(folder, manifest), false);
        fileSystem.delete(folder, true);
        moveAll(folder);
      }

      scratch.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder, e);
    }
  }

  private void moveAll(Path place) throws IOException {
    for (String name : files.keySet()) {
      if (!name.equals(manifest)) {
        move(name, place);
      }
    }

    move(manifest, place);
  }

  private void move(String name, Path place) throws IOException {
    Path target = new Path(place, name);
    fileSystem.mkdirs(target.getParent());
    AtomicFiles.rename(fileSystem, files.get(name), target);
  }

  private void swap(Path whole) throws IOException {
    boolean isReplaced = fileSystem.exists(folder);
    if (isReplaced) {
      AtomicFiles.rename(fileSystem, folder, old);
    }

    try {
      AtomicFiles.rename(fileSystem, whole, folder);
    } catch (IOException e) {
      if (isReplaced) {
        takeBack(e);
      }

      throw e;
    }

    fileSystem.delete(old, true);
  }

  private void takeBack(IOException failure) {
    try {
      AtomicFiles.rename(fileSystem, old, folder);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The files in folders below one, in the order of their paths.
   *
   * @param place a folder below {@link #scratch}
   * @param ending the end of their names
   */
  public List<String> filesBelow(Path place, String ending) {
    List<String> found = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(place, true);
      while (all.hasNext()) {
        String path = all.next().getPath().toString();
        if (path.endsWith(ending)) {
          found.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + place, e);
    }

    return found.stream().sorted().toList();
  }
}
