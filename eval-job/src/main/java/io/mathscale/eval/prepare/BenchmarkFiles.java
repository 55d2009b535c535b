package io.mathscale.eval.prepare;

import io.mathscale.core.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * The files of a benchmark. They are small (MWPBench has 18,408 questions in 6 MB) and their order
 * counts, so they are read whole, one after the other, on the driver.
 */
public final class BenchmarkFiles {
  private static final Set<String> ENDINGS = Set.of("json", "jsonl", "gz");

  private final Configuration hadoop;

  /** Files on any file system that the configuration of Hadoop knows. */
  public BenchmarkFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files at a path, in alphabetical order.
   *
   * @param path a file, a folder (of which the JSON files are taken, at any depth) or a glob
   * @throws ConfigException when there are none
   */
  public List<Path> at(String path) {
    Path given = new Path(path);
    List<Path> files = new ArrayList<>();
    try {
      FileSystem fileSystem = given.getFileSystem(hadoop);
      FileStatus[] found = fileSystem.globStatus(given);
      for (FileStatus status : found == null ? new FileStatus[0] : found) {
        if (status.isFile()) {
          files.add(status.getPath());
        } else {
          collect(fileSystem, status.getPath(), files);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
    }

    if (files.isEmpty()) {
      throw new ConfigException("benchmark.path must name JSON files that are there: " + path);
    }

    files.sort(Comparator.comparing(Path::toString));
    return files;
  }

  private static void collect(FileSystem fileSystem, Path folder, List<Path> files)
      throws IOException {
    for (FileStatus child : fileSystem.listStatus(folder)) {
      String name = child.getPath().getName();
      if (child.isDirectory()) {
        collect(fileSystem, child.getPath(), files);
      } else if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        files.add(child.getPath());
      }
    }
  }

  /** The content of a file, unpacked where its name says that it is packed. */
  public byte[] read(Path file) {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(file);
    try (InputStream raw = file.getFileSystem(hadoop).open(file);
        InputStream stream = codec == null ? raw : codec.createInputStream(raw)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
