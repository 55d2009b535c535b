package io.mathscale.core.calls.access;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.model.http.NoProxy;
import io.mathscale.core.model.http.ProxyServer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The proxies that the environment names: {@code http_proxy}, {@code https_proxy}, {@code
 * no_proxy}, in lower case as curl reads them, or else in upper case.
 *
 * @see <a href="https://everything.curl.dev/usingcurl/proxies/env.html">curl, proxy environment
 *     variables</a>
 */
final class ProxyVariables {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final UnaryOperator<String> environment;

  ProxyVariables(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * The proxy between this process and a service.
   *
   * @throws ConfigException when a variable names a proxy that cannot be used
   */
  Optional<ProxyServer> proxyTo(String url) {
    URI service;
    try {
      service = URI.create(url.strip());
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty(); // Who asks there tells what is wrong with it.
    }

    if (service.getHost() == null) {
      return Optional.empty();
    }

    boolean isHttps = "https".equalsIgnoreCase(service.getScheme());
    String variable = isHttps ? "https_proxy" : "http_proxy";
    String proxy = value(variable);
    int usualPort = isHttps ? HTTPS_PORT : HTTP_PORT;
    int port = service.getPort() < 0 ? usualPort : service.getPort();
    if (proxy.isBlank() || NoProxy.of(value("no_proxy")).covers(service.getHost(), port)) {
      return Optional.empty();
    }

    try {
      return Optional.of(ProxyServer.of(proxy));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "environment variable %s %s; model.proxy.url goes over it"
              .formatted(nameOf(variable), e.getMessage()),
          e);
    }
  }

  private String value(String variable) {
    String value = environment.apply(nameOf(variable));
    return value == null ? "" : value;
  }

  /** In lower case where it is set, else in upper case. */
  private String nameOf(String variable) {
    return environment.apply(variable) == null ? variable.toUpperCase(Locale.ROOT) : variable;
  }
}
