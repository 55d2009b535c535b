package io.mathscale.core.source.files;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.source.files.SourceFile.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files that a path, folder or glob names, and tells what each holds. */
public final class SourceFiles {
  /** Enough to see what a file holds: of a wrapped array the fields before it. */
  private static final int START_BYTES = 1 << 13;

  private static final String PARQUET_MAGIC = "PAR1";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SourceFiles() {}

  /**
   * The files in the order of their paths; of folders all files beneath, but for hidden ones (names
   * that begin with {@code _} or {@code .}).
   *
   * @param key the setting that the path is from, for messages
   * @param endings of folders only files whose names end so; all of them where there are none
   * @throws ConfigException when there is none
   */
  public static List<SourceFile> find(
      String key, String path, Set<String> endings, Configuration hadoop) {
    List<FileStatus> files = list(key, path, endings, hadoop);
    files.sort(Comparator.comparing(status -> status.getPath().toString()));
    try {
      return files.parallelStream().map(file -> describe(file, hadoop)).toList();
    } catch (UncheckedIOException e) {
      throw unreadable(key, path, e);
    }
  }

  /** The same files, not looked into, in any order. */
  static List<FileStatus> list(String key, String path, Set<String> endings, Configuration hadoop) {
    List<FileStatus> files = new ArrayList<>();
    try {
      for (FileStatus status : NamedPaths.find(path, hadoop)) {
        if (status.isFile()) {
          files.add(status);
        } else {
          collect(status.getPath().getFileSystem(hadoop), status.getPath(), endings, files);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(key, path, e);
    }

    if (files.isEmpty()) {
      throw new ConfigException(
          key + " must name a file, folder or glob that holds at least one file: " + path);
    }

    return files;
  }

  private static ConfigException unreadable(String key, String path, Exception cause) {
    return new ConfigException(
        key + " must name files that can be read: " + path + " (" + cause.getMessage() + ")",
        cause);
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
    return endings.isEmpty() || FileEndings.isAmong(endings, name);
  }

  private static SourceFile describe(FileStatus status, Configuration hadoop) {
    String path = status.getPath().toString();
    try (InputStream stream = open(path, 0, hadoop)) {
      return describe(path, status.getPath().getName(), status.getLen(), stream);
    } catch (IOException e) {
      throw new StorageException(path, e);
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
  public static SourceFile describe(String path, String name, long length, InputStream stream)
      throws IOException {
    byte[] first = stream.readNBytes(Compression.SIGNATURE_BYTES);
    Compression compression = Compression.of(bytesAsText(first));
    InputStream whole =
        new SequenceInputStream(new ByteArrayInputStream(first), new StoredInput(path, stream));
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try {
      InputStream opened = compression.opened(whole);
      byte[] buffer = new byte[START_BYTES];
      for (int read = 0; read >= 0 && start.size() < START_BYTES; read = opened.read(buffer)) {
        start.write(buffer, 0, read);
      }
    } catch (IOException | RuntimeException e) {
      StorageException.rethrow(e);
      // Rows before the damage, if there are any, are read, and the damage is told, later.
      if (start.size() == 0) {
        return SourceFile.unreadable(path, length, "the file cannot be decompressed: " + cause(e));
      }
    }

    return described(path, name, length, compression, start.toByteArray());
  }

  private static SourceFile described(
      String path, String name, long length, Compression compression, byte[] start)
      throws IOException {
    String raw = bytesAsText(start);
    TextEncoding encoding = TextEncoding.of(raw);
    Format format =
        raw.startsWith(PARQUET_MAGIC) ? Format.PARQUET : FileFormat.of(name, text(start, encoding));
    if (format == Format.PARQUET && compression != Compression.NONE) {
      return SourceFile.unreadable(
          path, length, "a Parquet file must not be compressed as a whole: " + compression);
    }

    boolean isOther = format == Format.UNKNOWN || FileEndings.ofFormat(name).equals("parquet");
    if (start.length > 0 && encoding == TextEncoding.UTF_8 && ForeignFile.isUnmarkedUtf16(raw)) {
      return SourceFile.unreadable(path, length, ForeignFile.unmarkedUtf16());
    }

    return isOther && format != Format.PARQUET && length > 0
        ? SourceFile.unreadable(path, length, ForeignFile.described(raw))
        : new SourceFile(path, length, orLines(format), compression, encoding, "");
  }

  /** Empty files have no rows, whatever they were to be. */
  private static Format orLines(Format format) {
    return format == Format.UNKNOWN ? Format.JSON_LINES : format;
  }

  private static String bytesAsText(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The characters of a beginning; the last may be damaged. */
  private static String text(byte[] start, TextEncoding encoding) {
    byte[] text = start;
    if (encoding != TextEncoding.UTF_8) {
      try {
        text = encoding.inUtf8(new ByteArrayInputStream(start)).readNBytes(START_BYTES);
      } catch (IOException e) {
        text = new byte[0]; // Told when the rows are read.
      }
    }

    String characters = new String(text, StandardCharsets.UTF_8);
    return characters.startsWith(BYTE_ORDER_MARK) ? characters.substring(1) : characters;
  }

  /** The innermost cause of an exception, in one line. */
  public static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }

    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return message.isBlank() || message.equals("null") ? cause.getClass().getSimpleName() : message;
  }

  /** Opens a file as it stands on its file system, from a byte on. */
  public static FSDataInputStream open(String path, long from, Configuration hadoop)
      throws IOException {
    Path file = new Path(path);
    FileSystem fileSystem = file.getFileSystem(hadoop);
    // Checksums of local files stand in files beside, whose names must have no colons.
    FileSystem plain =
        fileSystem instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fileSystem;
    FSDataInputStream stream = plain.open(file);
    stream.seek(from);
    return stream;
  }
}
