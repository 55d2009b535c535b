package io.mathscale.core.source;

import io.mathscale.core.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files that a path, folder or glob names, and tells what each holds. */
final class SourceFiles {
  /** Enough to pass over white space to the first sign of a format. */
  private static final int START_BYTES = 256;

  /** First bytes of a gzip member (RFC 1952, section 2.3.1). */
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

  private SourceFiles() {}

  /**
   * The files in the order of their paths; of folders all files beneath, but for hidden ones (names
   * that begin with {@code _} or {@code .}).
   *
   * @param key the setting that the path is from, for messages
   * @param endings of folders only files whose names end so; all of them where there are none
   * @throws ConfigException when there is none
   */
  static List<SourceFile> find(String key, String path, Set<String> endings, Configuration hadoop) {
    try {
      Path pattern = new Path(path);
      FileSystem fileSystem = pattern.getFileSystem(hadoop);
      FileStatus[] named = fileSystem.globStatus(pattern);
      List<FileStatus> files = new ArrayList<>();
      for (FileStatus status : named == null ? new FileStatus[0] : named) {
        if (status.isFile()) {
          files.add(status);
        } else {
          collect(fileSystem, status.getPath(), endings, files);
        }
      }

      if (files.isEmpty()) {
        throw new ConfigException(
            key + " must name a file, folder or glob that holds at least one file: " + path);
      }

      files.sort(Comparator.comparing(status -> status.getPath().toString()));
      List<SourceFile> described = new ArrayList<>();
      for (FileStatus file : files) {
        described.add(describe(fileSystem, file));
      }

      return described;
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          key + " must name files that can be read: " + path + " (" + e.getMessage() + ")", e);
    }
  }

  private static void collect(
      FileSystem fileSystem, Path folder, Set<String> endings, List<FileStatus> into)
      throws IOException {
    for (FileStatus child : fileSystem.listStatus(folder)) {
      String name = child.getPath().getName();
      boolean isHidden = name.startsWith("_") || name.startsWith(".");
      if (child.isDirectory() && !isHidden) {
        collect(fileSystem, child.getPath(), endings, into);
      } else if (!isHidden && hasEnding(name, endings)) {
        into.add(child);
      }
    }
  }

  private static boolean hasEnding(String name, Set<String> endings) {
    return endings.isEmpty() || endings.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static SourceFile describe(FileSystem fileSystem, FileStatus status) throws IOException {
    Path path = status.getPath();
    try (InputStream stream = fileSystem.open(path)) {
      return describe(path.toString(), path.getName(), status.getLen(), stream);
    }
  }

  /**
   * Tells what a file holds.
   *
   * @param path the whole path of the file
   * @param name its name
   * @param length its bytes
   * @param stream the file, from its first byte on
   */
  static SourceFile describe(String path, String name, long length, InputStream stream)
      throws IOException {
    byte[] first = stream.readNBytes(GZIP_MAGIC.length);
    boolean isGzipped = Arrays.equals(first, GZIP_MAGIC);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), stream);
    String start = isGzipped ? unzippedStart(whole) : start(whole);
    return new SourceFile(path, length, FileFormat.of(name, start), isGzipped);
  }

  private static String unzippedStart(InputStream stream) throws IOException {
    try (InputStream unzipped = new GZIPInputStream(stream)) {
      return start(unzipped);
    } catch (ZipException | EOFException e) {
      return ""; // The rows before the damage are read, and the damage is a row, later.
    }
  }

  private static String start(InputStream stream) throws IOException {
    return new String(stream.readNBytes(START_BYTES), StandardCharsets.ISO_8859_1);
  }

  /** Opens a file as it stands on its file system, from a byte on. */
  static InputStream open(String path, long from, Configuration hadoop) throws IOException {
    Path file = new Path(path);
    FSDataInputStream stream = file.getFileSystem(hadoop).open(file);
    stream.seek(from);
    return stream;
  }
}
