package io.mathscale.core.source.files;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * Finds what a path names: the file or folder of that very name, or else those that it fits as a
 * glob. Names may hold colons and brackets, which Hadoop's own search takes for more than letters.
 */
final class NamedPaths {
  private NamedPaths() {}

  /** What a path names; nothing where nothing is there. */
  static List<FileStatus> find(String path, Configuration hadoop) throws IOException {
    Path pattern = path(path);
    FileSystem fileSystem = pattern.getFileSystem(hadoop);
    if (fileSystem.exists(pattern)) {
      return List.of(fileSystem.getFileStatus(pattern));
    }

    try {
      FileStatus[] found = fileSystem.globStatus(pattern);
      return found == null ? List.of() : List.of(found);
    } catch (IllegalArgumentException e) {
      return matching(fileSystem, pattern); // HADOOP-14217: there is a name with a colon.
    }
  }

  /** The path; a local one where what stands before its first colon is no scheme. */
  private static Path path(String path) {
    boolean isLocal = path.indexOf(':') > 0 && !path.contains("://") && new File(path).exists();
    return isLocal ? new Path(new File(path).toURI()) : new Path(path);
  }

  private static List<FileStatus> matching(FileSystem fileSystem, Path pattern) throws IOException {
    Path parent = pattern.getParent();
    if (parent == null) {
      return List.of(fileSystem.getFileStatus(pattern));
    }

    GlobFilter name = new GlobFilter(pattern.getName());
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus folder : matching(fileSystem, parent)) {
      FileStatus[] children =
          folder.isDirectory() ? fileSystem.listStatus(folder.getPath()) : new FileStatus[0];
      for (FileStatus child : children) {
        if (name.accept(child.getPath()) || child.getPath().getName().equals(pattern.getName())) {
          found.add(child);
        }
      }
    }

    return found;
  }
}
