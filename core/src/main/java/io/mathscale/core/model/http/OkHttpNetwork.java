package io.mathscale.core.model.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Makes HTTP clients reach their service the way its {@link Network} says. */
final class OkHttpNetwork {
  static final String LOGIN_HEADER = "Proxy-Authorization";

  private static final String CHALLENGE_HEADER = "Proxy-Authenticate";

  /** With this challenge OkHttp asks for a login before the proxy does. */
  private static final String BEFORE_ASKED = "OkHttp-Preemptive";

  private final Network network;
  private final CertificateRequests requests = new CertificateRequests();

  OkHttpNetwork(Network network) {
    this.network = network;
  }

  void apply(OkHttpClient.Builder client) {
    ProxyServer proxy = network.proxy();
    if (proxy.exists()) {
      // The proxy's name is looked up for each connection.
      InetSocketAddress address = InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
      client.proxy(new Proxy(Proxy.Type.HTTP, address));
      client.proxyAuthenticator(this::withLogin);
    }

    client.addNetworkInterceptor(this::refused);
    HandshakeCertificates certificates = certificates();
    client.sslSocketFactory(sockets(certificates), certificates.trustManager());
  }

  /** Whether a service asks for a client certificate and there is none. */
  boolean lacksCertificate() {
    return requests.wasAsked();
  }

  /**
   * The login that a request to a service carries itself: one that goes to the proxy as it is, not
   * through a tunnel. Null for none.
   */
  String loginOfRequest(boolean isHttps) {
    return isHttps || !network.proxy().hasLogin() ? null : login();
  }

  private String login() {
    ProxyServer proxy = network.proxy();
    return Credentials.basic(proxy.user(), proxy.password(), StandardCharsets.UTF_8);
  }

  /** The request for a tunnel, with the login; null to send it as it is. */
  private Request withLogin(Route route, Response response) throws IOException {
    String challenge = response.header(CHALLENGE_HEADER);
    if (!BEFORE_ASKED.equals(challenge)) {
      throw ProxyRefusedException.of(network.proxy(), challenge);
    }

    return network.proxy().hasLogin()
        ? response.request().newBuilder().header(LOGIN_HEADER, login()).build()
        : null;
  }

  /** OkHttp would ask again with a login, which a body that is sent once forbids. */
  private Response refused(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() == ProxyRefusedException.STATUS) {
      String challenge = response.header(CHALLENGE_HEADER);
      response.close();
      throw ProxyRefusedException.of(network.proxy(), challenge);
    }

    return response;
  }

  private SSLSocketFactory sockets(HandshakeCertificates certificates) {
    if (network.identity().exists()) {
      return certificates.sslSocketFactory();
    }

    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {requests}, new TrustManager[] {certificates.trustManager()}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java must have TLS", e);
    }
  }

  private HandshakeCertificates certificates() {
    HandshakeCertificates.Builder certificates =
        new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
    network.authorities().forEach(certificates::addTrustedCertificate);
    ClientIdentity identity = network.identity();
    if (identity.exists()) {
      List<X509Certificate> chain = identity.chain();
      X509Certificate own = chain.get(0);
      certificates.heldCertificate(
          new HeldCertificate(new KeyPair(own.getPublicKey(), identity.key()), own),
          chain.subList(1, chain.size()).toArray(X509Certificate[]::new));
    }

    return certificates.build();
  }
}
