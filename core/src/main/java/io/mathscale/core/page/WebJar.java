package io.mathscale.core.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A package of npm in a jar of the class path, whose files are put into pages. The jar tells its
 * version, which is part of the path of its files.
 */
public final class WebJar {
  private final String folder;

  private WebJar(String group, String artifact, String root) {
    String build = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    this.folder = "%s/%s/%s/".formatted(root, artifact, version(build));
  }

  /** A package as mvnpm packs it, under {@code org.mvnpm}. */
  public static WebJar ofMvnpm(String name) {
    return new WebJar("org.mvnpm", name, "/META-INF/resources/_static");
  }

  /** A package as WebJars packs it, under {@code org.webjars.npm}. */
  public static WebJar ofWebjars(String name) {
    return new WebJar("org.webjars.npm", name, "/META-INF/resources/webjars");
  }

  /** The text of a file, by its path in the package. */
  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The content of a file, by its path in the package. */
  public byte[] bytes(String path) {
    return read(folder + path);
  }

  private static String version(String build) {
    try (InputStream stream = open(build)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + build, e);
    }
  }

  private static byte[] read(String resource) {
    try (InputStream stream = open(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = WebJar.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException(resource + " is in no jar of the class path");
    }

    return stream;
  }
}
