package io.mathscale.core.config;

/** The configuration, or the input that it names, cannot be used: nothing has been spent yet. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message that names the key or path, what must hold, and what was. */
  public ConfigException(String message) {
    super(message);
  }

  /** The same, with what went wrong beneath. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
