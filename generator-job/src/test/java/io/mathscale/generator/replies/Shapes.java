package io.mathscale.generator.replies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Replies in the shapes that models give, from a resource file with a line of = between them. */
final class Shapes {
  private Shapes() {}

  static List<String> in(String resource) {
    try (InputStream stream = Shapes.class.getResourceAsStream(resource)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n=====\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
