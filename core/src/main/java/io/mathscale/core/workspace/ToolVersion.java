package io.mathscale.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this tool, as built. */
public final class ToolVersion {
  private static final String RESOURCE = "/io/mathscale/core/version.properties";

  private ToolVersion() {}

  /** The version, such as {@code 0.1.0}. */
  public static String get() {
    try (InputStream stream = ToolVersion.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }
}
