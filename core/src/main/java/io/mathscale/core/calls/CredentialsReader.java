package io.mathscale.core.calls;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;

/** Reads keys from where the configuration says they are. */
final class CredentialsReader {
  private final UnaryOperator<String> environment;
  private final Configuration hadoop;

  CredentialsReader(UnaryOperator<String> environment, Configuration hadoop) {
    this.environment = environment;
    this.hadoop = hadoop;
  }

  /**
   * The credentials of a model service.
   *
   * @throws ConfigException when a key is named but is not there
   */
  Credentials read(ModelConfig model, Map<String, String> headers) {
    List<String> keys = new ArrayList<>();
    keys.add(key("model.api-key", model.apiKey()));
    for (int i = 0; i < model.endpoints().size(); i++) {
      SecretSource own = model.endpoints().get(i).apiKey();
      keys.add(own.isNone() ? keys.get(0) : key("model.endpoints[" + i + "].api-key", own));
    }

    return new Credentials(keys, headers);
  }

  private String key(String setting, SecretSource source) {
    if (source.isNone()) {
      return "";
    }

    String key = found(setting, source);
    if (key == null || key.isBlank()) {
      throw new ConfigException(
          setting + " must name a key that is set: " + source.describe() + " is empty or missing");
    }

    return key.strip();
  }

  private String found(String setting, SecretSource source) {
    try {
      if (!source.env().isBlank()) {
        return environment.apply(source.env());
      } else if (!source.file().isBlank()) {
        return Files.readString(Path.of(source.file()));
      }

      char[] password = hadoop.getPassword(source.credential());
      return password == null ? null : new String(password);
    } catch (IOException e) {
      throw new ConfigException(
          setting + " must name a key that can be read: " + source.describe(), e);
    }
  }
}
