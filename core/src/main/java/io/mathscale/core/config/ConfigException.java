package io.mathscale.core.config;

/** The configuration, or the input that it names, cannot be used: nothing has been spent yet. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message that names the key or path, what must hold, and what was. */
  public ConfigException(String message) {
    super(message);
  }

  /** The same of a model that stands in a list: what is said of {@code model} is said of it. */
  ConfigException at(String place) {
    String message = getMessage().replaceAll("(?<![\\w/.-])model\\.(?=[a-z])", place + ".");
    return new ConfigException(message, this);
  }

  /** The same, with what went wrong beneath. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
