package io.mathscale.core.config;

import io.mathscale.core.model.http.ProxyServer;
import java.io.Serializable;

/**
 * The proxy through which the model service is reached.
 *
 * @param url where it is, {@code http://host:port}; empty means as the driver's environment says,
 *     {@code direct} means none, whatever that says
 * @param user the user of its login; empty for none
 * @param password where the password of that user is
 */
public record ProxyConfig(String url, String user, SecretSource password) implements Serializable {
  private static final String DIRECT = "direct";

  public ProxyConfig {
    if (!url.isBlank() && !url.equals(DIRECT)) {
      requireProxy(url);
    }

    // Basic divides the two by a colon: RFC 7617, section 2.
    Check.that(user.indexOf(':') < 0, "user", "hold no colon", "\"" + user + "\"");
    Check.that(
        password.isNone() || !user.isBlank(), "password", "stand with user", password.describe());
  }

  /** The message shows nothing of the URL: it may hold a password. */
  private static void requireProxy(String url) {
    try {
      if (ProxyServer.of(url).hasLogin()) {
        throw new IllegalArgumentException(
            "must hold no login, which would be shown: model.proxy.user and model.proxy.password");
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("url " + e.getMessage(), e);
    }
  }

  /** Whether the environment is to be asked. */
  public boolean isOfEnvironment() {
    return url.isBlank();
  }

  /** The proxy that is named here, without its login. */
  public ProxyServer server() {
    return isOfEnvironment() || url.equals(DIRECT) ? ProxyServer.NONE : ProxyServer.of(url);
  }
}
