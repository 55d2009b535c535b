package io.mathscale.core.model.http;

import java.io.IOException;

/** A proxy wants a login that it was not given, or takes the one that it was given for wrong. */
final class ProxyRefusedException extends IOException {
  private static final long serialVersionUID = 1;

  /** The status with which proxies say so: RFC 9110, section 15.5.8. */
  static final int STATUS = 407;

  ProxyRefusedException(String message) {
    super(message);
  }

  /**
   * What a response with the status means.
   *
   * @param proxy the proxy that is known of; {@link ProxyServer#NONE} for one that stands in the
   *     network unseen
   * @param challenge its {@code Proxy-Authenticate} header; null for none
   */
  static ProxyRefusedException of(ProxyServer proxy, String challenge) {
    String wanted = challenge == null ? "" : " (" + Quotes.start(challenge, 80) + ")";
    String who = proxy.exists() ? "the proxy " + proxy.address() : "a proxy in the network";
    if (!proxy.exists()) {
      return new ProxyRefusedException(
          "%s wants a login%s: name it in model.proxy.url, with model.proxy.user and model.proxy.password"
              .formatted(who, wanted));
    }

    if (challenge != null && !challenge.regionMatches(true, 0, "Basic", 0, "Basic".length())) {
      return new ProxyRefusedException(
          "%s wants a login of a kind that is not spoken%s: only Basic is".formatted(who, wanted));
    }

    return new ProxyRefusedException(
        proxy.hasLogin()
            ? "%s refuses the login of %s%s: look at model.proxy.user and model.proxy.password"
                .formatted(who, proxy.user(), wanted)
            : "%s wants a login%s: set model.proxy.user and model.proxy.password"
                .formatted(who, wanted));
  }
}
