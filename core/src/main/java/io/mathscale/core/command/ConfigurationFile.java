package io.mathscale.core.command;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The file that {@code --config} names: of this machine, or, by its address, of any file system
 * that Hadoop knows, since what a scheduler starts finds no file beside it everywhere.
 */
final class ConfigurationFile {
  /** One letter would be a drive. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private ConfigurationFile() {}

  /**
   * Reads the file over the defaults, and {@code key=value} settings over both.
   *
   * @throws ConfigException when the file cannot be read, a key is unknown or a value is wrong
   */
  static Settings load(String place, List<String> overrides) {
    return ADDRESS.matcher(place).matches()
        ? Settings.parse(text(place), place, overrides)
        : Settings.load(new File(place), overrides);
  }

  private static String text(String place) {
    Path path = new Path(place);
    Configuration hadoop = HadoopSettings.ofProcess();
    // One of its own: Spark adds settings to those of the process, and is to be the first to cache.
    try (FileSystem fileSystem = FileSystem.newInstance(path.toUri(), hadoop);
        InputStream stream = fileSystem.open(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new ConfigException("--config must name a file that is there: " + place, e);
    } catch (IOException e) {
      throw new ConfigException("Cannot read config " + place + ": " + e.getMessage(), e);
    }
  }
}
