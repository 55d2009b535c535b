package io.mathscale.core.config;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a secret is to be found; never the secret itself. At most one is set.
 *
 * @param env name of an environment variable
 * @param file path of a file that holds nothing else
 * @param credential alias in the Hadoop credential provider
 */
public record SecretSource(String env, String file, String credential) implements Serializable {
  public SecretSource {
    // Entries of a list have no defaults: what they leave out is not set.
    env = Objects.requireNonNullElse(env, "");
    file = Objects.requireNonNullElse(file, "");
    credential = Objects.requireNonNullElse(credential, "");
    long given = Stream.of(env, file, credential).filter(source -> !source.isBlank()).count();
    if (given > 1) {
      throw new IllegalArgumentException(
          "must name one of env, file and credential: " + given + " of them");
    }
  }

  /** Whether no secret is needed. */
  public boolean isNone() {
    return env.isBlank() && file.isBlank() && credential.isBlank();
  }

  /** The source in words, for messages. */
  public String describe() {
    if (!env.isBlank()) {
      return "environment variable " + env;
    }

    return file.isBlank() ? "credential alias " + credential : "file " + file;
  }
}
