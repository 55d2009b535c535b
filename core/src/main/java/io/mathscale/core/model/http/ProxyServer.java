package io.mathscale.core.model.http;

import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An HTTP proxy through which requests go, with the login that it wants.
 *
 * @param host its host; empty where there is none
 * @param port its port
 * @param user the user of its login (Basic); empty where it wants none
 * @param password the password of that user
 */
public record ProxyServer(String host, int port, String user, String password)
    implements Serializable {
  /** No proxy. */
  public static final ProxyServer NONE = new ProxyServer("", 0, "", "");

  /** Where a URL names no port: that of http. */
  private static final int DEFAULT_PORT = 80;

  private static final int LAST_PORT = 65_535;

  /** Requires every component. */
  public ProxyServer {
    Objects.requireNonNull(host, "host must not be null");
    Objects.requireNonNull(user, "user must not be null");
    Objects.requireNonNull(password, "password must not be null");
  }

  /**
   * The proxy at a URL, {@code http://[user:password@]host[:port]}; as other tools do, a URL
   * without {@code http://} is taken too.
   *
   * @throws IllegalArgumentException if it is no such URL; the message, "must …", does not show it,
   *     since it may hold a password
   */
  public static ProxyServer of(String url) {
    String given = url.strip();
    URI uri;
    try {
      uri = URI.create(given.contains("://") ? given : "http://" + given);
    } catch (IllegalArgumentException notAUrl) {
      throw new IllegalArgumentException("must be a URL such as http://proxy:3128");
    }

    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException(
          "must begin with http://, the only way to proxies that is spoken: " + uri.getScheme());
    }

    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    boolean hasMore = uri.getRawQuery() != null || uri.getRawFragment() != null;
    if (uri.getHost() == null || !path.matches("/?") || hasMore || uri.getPort() > LAST_PORT) {
      throw new IllegalArgumentException("must be a URL such as http://proxy:3128");
    }

    String[] login = Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
    return new ProxyServer(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decoded(login[0]),
        login.length == 2 ? decoded(login[1]) : "");
  }

  /** Percent signs are decoded, plus signs stay. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The same proxy with a login. */
  public ProxyServer withLogin(String otherUser, String otherPassword) {
    return new ProxyServer(host, port, otherUser, otherPassword);
  }

  /** Whether there is a proxy. */
  public boolean exists() {
    return !host.isEmpty();
  }

  /** Whether there is a login. */
  public boolean hasLogin() {
    return !user.isEmpty();
  }

  /** Host and port: what messages may show. */
  public String address() {
    return host + ":" + port;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return exists() ? "ProxyServer[" + address() + "]" : "ProxyServer[none]";
  }
}
