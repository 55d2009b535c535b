package io.mathscale.core.model.http;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what to set where a connection could not be made. */
final class ConnectionHints {
  /** Causes are not looked for further down, in case they run in a circle. */
  private static final int DEEPEST_CAUSE = 20;

  private ConnectionHints() {}

  /** The hint, in brackets after a blank; empty where there is none. */
  static String of(IOException failure) {
    if (hasCause(failure, SSLPeerUnverifiedException.class)) {
      return " (the certificate is made out to another host than that of base-url)";
    }

    return hasCause(failure, CertificateException.class)
        ? " (the certificate of the service is not trusted: model.ca-file names the authority's)"
        : "";
  }

  /** Whether a proxy wants a login, which OkHttp tells by words alone. */
  static boolean isProxyLogin(IOException failure) {
    String words = String.valueOf(failure.getMessage());
    return words.startsWith("Failed to authenticate with proxy") // where a tunnel was wanted
        || words.startsWith("Received HTTP_PROXY_AUTH (407)"); // where no proxy is known
  }

  private static boolean hasCause(Throwable failure, Class<?> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }

      cause = cause.getCause();
    }

    return false;
  }
}
