package io.mathscale.core.calls.access;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;

/** Reads a secret from where the configuration says it is. */
final class SecretReader {
  private final UnaryOperator<String> environment;
  private final Supplier<Configuration> hadoop;

  SecretReader(UnaryOperator<String> environment, Supplier<Configuration> hadoop) {
    this.environment = environment;
    this.hadoop = hadoop;
  }

  /**
   * The secret without the white space around it; empty where none is named.
   *
   * @param setting the setting that names the source, for messages
   * @throws ConfigException when a secret is named but is not there
   */
  String read(String setting, SecretSource source) {
    if (source.isNone()) {
      return "";
    }

    String secret = found(setting, source);
    if (secret == null || secret.isBlank()) {
      throw new ConfigException(
          "%s must name a secret that is set: %s is empty or missing"
              .formatted(setting, source.describe()));
    }

    return secret.strip();
  }

  private String found(String setting, SecretSource source) {
    try {
      if (!source.env().isBlank()) {
        return environment.apply(source.env());
      } else if (!source.file().isBlank()) {
        return Files.readString(Path.of(source.file()));
      }

      char[] password = hadoop.get().getPassword(source.credential());
      return password == null ? null : new String(password);
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException(
          setting + " must name a secret that can be read: " + source.describe(), e);
    }
  }
}
