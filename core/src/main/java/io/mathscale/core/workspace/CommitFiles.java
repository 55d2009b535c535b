package io.mathscale.core.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of commits in a workspace. One is written in one step, carried out, and removed: it
 * stands for longer only where a process died in between, and then readers see what it says.
 */
final class CommitFiles {
  /** Folder of the files; names that begin so are no tables. */
  private static final String FOLDER = "_commits";

  private static final String ENDING = ".json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final FileSystem fileSystem;
  private final Path root;

  /** The commits of the workspace in this folder. */
  CommitFiles(FileSystem fileSystem, Path root) {
    this.fileSystem = fileSystem;
    this.root = root;
  }

  /** Publishes in one step; the commit is still to be carried out. */
  Path write(Commit commit) {
    Path file = new Path(new Path(root, FOLDER), UUID.randomUUID() + ENDING);
    try {
      AtomicFiles.write(fileSystem, file, JSON.writeValueAsString(commit));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Manifests can always be written as JSON", e);
    }

    return file;
  }

  /** Takes a commit away that was carried out. */
  void remove(Path file) {
    try {
      fileSystem.delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /** The manifests that commits which are not carried out yet have published. */
  List<Manifest> manifests() {
    List<Manifest> manifests = new ArrayList<>();
    for (Path file : files()) {
      read(file).ifPresent(commit -> manifests.addAll(commit.manifests()));
    }

    return manifests;
  }

  /** All files of commits. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    Path folder = new Path(root, FOLDER);
    try {
      for (FileStatus file : fileSystem.listStatus(folder)) {
        String name = file.getPath().getName();
        if (name.endsWith(ENDING) && !name.startsWith("_")) {
          files.add(file.getPath());
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }

    return files;
  }

  /** The commit of a file; empty where it was carried out meanwhile. */
  Optional<Commit> read(Path file) {
    try (InputStream stream = fileSystem.open(file)) {
      return Optional.of(JSON.readValue(stream, Commit.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
