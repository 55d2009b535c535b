package io.mathscale.core.source.files;

import io.mathscale.core.config.ConfigException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files that a setting names, which must be there before a run begins.
 *
 * @param key the setting
 * @param path a file, folder or glob
 * @param endings of folders only files whose names end so; all of them where there are none
 */
public record UserFiles(String key, String path, Set<String> endings) {
  private static final String LOCAL = "file";

  /** Keeps a copy of the endings. */
  public UserFiles {
    endings = Set.copyOf(endings);
  }

  /** Files of any name. */
  public UserFiles(String key, String path) {
    this(key, path, Set.of());
  }

  /** Whether they are on this machine, so that nothing must be started to look at them. */
  public boolean areLocal(Configuration hadoop) {
    try {
      String scheme = new Path(path).toUri().getScheme();
      return LOCAL.equals(scheme == null ? FileSystem.getDefaultUri(hadoop).getScheme() : scheme);
    } catch (IllegalArgumentException e) {
      return true; // Told when they are looked for.
    }
  }

  /**
   * Checks that they are there.
   *
   * @throws ConfigException when there is none
   */
  public void requireAny(Configuration hadoop) {
    SourceFiles.list(key, path, endings, hadoop);
  }
}
