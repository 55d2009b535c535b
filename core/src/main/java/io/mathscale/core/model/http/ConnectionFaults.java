package io.mathscale.core.model.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in words why a connection failed, and which setting helps where one does. */
final class ConnectionFaults {
  private static final int MAX_QUOTE = 300;

  /** OkHttp's words where a proxy opens no tunnel. */
  private static final Pattern NO_TUNNEL =
      Pattern.compile("Unexpected response code for CONNECT: (\\d+)");

  private final Network network;
  private final BooleanSupplier lacksCertificate;

  /**
   * Faults on a network.
   *
   * @param lacksCertificate whether a service asks for a client certificate and there is none
   */
  ConnectionFaults(Network network, BooleanSupplier lacksCertificate) {
    this.network = network;
    this.lacksCertificate = lacksCertificate;
  }

  /** Why, in words that end a sentence. */
  String words(IOException e) {
    if (e instanceof ProxyRefusedException) {
      return e.getMessage();
    }

    Matcher tunnel = NO_TUNNEL.matcher(String.valueOf(e.getMessage()));
    if (tunnel.find() && network.proxy().exists()) {
      return "the proxy %s opens no way there (HTTP %s)"
          .formatted(network.proxy().address(), tunnel.group(1));
    }

    if (e instanceof UnknownHostException && network.proxy().exists()) {
      return "the proxy's host is not known: " + network.proxy().host();
    }

    String words = e instanceof SSLException ? ofTls(e) : e.toString();
    if (lacksCertificate.getAsBoolean()) {
      words += "; it asks for a client certificate: model.client-certificate names one";
    }

    if (network.proxy().exists()) {
      words += ", through the proxy " + network.proxy().address();
    }

    return Quotes.start(words, MAX_QUOTE);
  }

  private String ofTls(IOException e) {
    if (e instanceof SSLPeerUnverifiedException) {
      return "its certificate is one for other hosts: " + e.getMessage();
    }

    CertificateExpiredException expired = in(e, CertificateExpiredException.class);
    if (expired != null) {
      return "its certificate, or that of its authority, has expired: " + expired.getMessage();
    }

    CertificateNotYetValidException early = in(e, CertificateNotYetValidException.class);
    if (early != null) {
      return "its certificate, or that of its authority, is not valid yet: " + early.getMessage();
    }

    if (in(e, CertificateException.class) != null) {
      return "its certificate is signed by nobody who is trusted here: name a PEM file with the"
          + " certificate of its authority in model.ca-file ("
          + e.getMessage()
          + ")";
    }

    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("unrecognized ssl message")) {
      return "it does not speak TLS: http:// may have to stand in place of https:// ("
          + e.getMessage()
          + ")";
    }

    return said.contains("certificate") && network.identity().exists()
        ? "it does not take the client certificate of model.client-certificate: " + e.getMessage()
        : e.toString();
  }

  /** The first cause of a kind, or null. */
  private static <T extends Throwable> T in(Throwable e, Class<T> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }

    return null;
  }
}
