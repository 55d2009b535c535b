package io.mathscale.core.model.http;

import java.io.Serializable;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * How an endpoint is reached.
 *
 * @param proxy the proxy between; where there is none the JVM's own settings hold ({@code
 *     https.proxyHost} and the like)
 * @param authorities certificates of authorities that are trusted beside those of the system
 * @param identity what we show to services that ask who we are
 */
public record Network(ProxyServer proxy, List<X509Certificate> authorities, ClientIdentity identity)
    implements Serializable {
  /** Nothing but the system's own. */
  public static final Network DEFAULT =
      new Network(ProxyServer.NONE, List.of(), ClientIdentity.NONE);

  /** Copies the list. */
  public Network {
    Objects.requireNonNull(proxy, "proxy must not be null");
    Objects.requireNonNull(identity, "identity must not be null");
    authorities = List.copyOf(authorities);
  }

  /** Without certificates, which are long. */
  @Override
  public String toString() {
    return "Network[proxy=%s, authorities=%d, identity=%s]"
        .formatted(proxy, authorities.size(), identity);
  }
}
