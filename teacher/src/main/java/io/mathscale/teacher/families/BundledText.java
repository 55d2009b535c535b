package io.mathscale.teacher.families;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The declarations that come with the teacher, in text files beside the classes that read them. */
public final class BundledText {
  private BundledText() {}

  /**
   * Returns the lines of a file beside a class, blank ones and comments apart.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static List<String> lines(Class<?> reader, String file) {
    try (InputStream bytes = reader.getResourceAsStream(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
