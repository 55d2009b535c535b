package io.mathscale.core.config;

/**
 * Where a secret is to be found; never the secret itself. At most one is set.
 *
 * @param env name of an environment variable
 * @param file path of a file that holds nothing else
 * @param credential alias in the Hadoop credential provider
 */
public record SecretSource(String env, String file, String credential)
    implements java.io.Serializable {
  public SecretSource {
    long given =
        java.util.stream.Stream.of(env, file, credential).filter(s -> !s.isBlank()).count();
    Check.that(given <= 1, "api-key", "name one of env, file and credential", given + " of them");
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
