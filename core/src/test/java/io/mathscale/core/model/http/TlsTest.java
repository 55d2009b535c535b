package io.mathscale.core.model.http;

import static io.mathscale.core.model.http.HttpFixture.ANSWER;
import static io.mathscale.core.model.http.HttpFixture.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service in this process with certificates of an authority of its own. */
class TlsTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().commonName("Corp CA").certificateAuthority(1).build();
  private static final HeldCertificate BETWEEN =
      new HeldCertificate.Builder().certificateAuthority(0).signedBy(AUTHORITY).build();
  private static final HeldCertificate OURS =
      new HeldCertificate.Builder().commonName("us").signedBy(BETWEEN).build();

  private final HttpFixture http = new HttpFixture();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void trustsTheAuthoritiesThatItIsGiven() {
    serve(certificate("localhost"));
    http.answer(ANSWER);

    assertThat(ask(AUTHORITY.certificate())).isEqualTo("4");
  }

  @Test
  void anAuthorityThatIsNotKnownIsToldWithTheSettingThatNamesIt() {
    serve(certificate("localhost"));

    assertThat(failure())
        .hasMessageStartingWith(
            "No answer from " + http.baseUrl() + "/chat/completions: its certificate")
        .hasMessageContaining("signed by nobody who is trusted here")
        .hasMessageContaining("model.ca-file");
  }

  @Test
  void aSelfSignedCertificateIsTrustedWhenItIsGiven() {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    serve(own);
    http.answer(ANSWER);

    assertThat(failure()).hasMessageContaining("model.ca-file");
    assertThat(ask(own.certificate())).isEqualTo("4");
  }

  @Test
  void theAuthoritiesOfTheSystemStayTrusted() {
    Network network =
        new Network(ProxyServer.NONE, List.of(AUTHORITY.certificate()), ClientIdentity.NONE);
    okhttp3.OkHttpClient.Builder plain = new okhttp3.OkHttpClient.Builder();
    okhttp3.OkHttpClient.Builder more = new okhttp3.OkHttpClient.Builder();
    new OkHttpNetwork(network).apply(more);

    assertThat(authorities(more)).containsAll(authorities(plain)).contains(AUTHORITY.certificate());
  }

  @Test
  void aCertificateOfAnotherHostIsToldWithItsNames() {
    serve(certificate("other.test"));

    assertThat(failure(AUTHORITY.certificate()))
        .hasMessageContaining("its certificate is one for other hosts")
        .hasMessageContaining("other.test");
  }

  @Test
  void aCertificateThatHasExpiredIsSaidToHave() {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    serve(
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .validityInterval(0, yesterday.toEpochMilli())
            .signedBy(AUTHORITY)
            .build());

    assertThat(failure(AUTHORITY.certificate())).hasMessageContaining("has expired");
  }

  @Test
  void aServiceWithoutTlsIsSaidToHaveNone() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInPlainText(plain));
      Endpoint endpoint =
          Endpoint.of("https://localhost:" + plain.getLocalPort() + "/v1", "gpt-x", Secret.NONE);
      try (ChatModel client = client(endpoint, Network.DEFAULT)) {
        assertThat(failureOf(client, Samples.request()))
            .hasMessageContaining("it does not speak TLS: http:// may have to stand in place of");
      }

      answered.join();
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      assertThat(socket.getInputStream().read()).isPositive();
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aServiceThatAsksForACertificateIsSaidTo() {
    serve(certificate("localhost"));
    http.server.requireClientAuth();

    assertThat(failure(AUTHORITY.certificate())).hasMessageContaining("model.client-certificate");
  }

  @Test
  void showsItsCertificateToAServiceThatAsks() {
    serve(certificate("localhost"));
    http.server.requireClientAuth();
    http.answer(ANSWER);
    ClientIdentity identity =
        new ClientIdentity(
            OURS.keyPair().getPrivate(), List.of(OURS.certificate(), BETWEEN.certificate()));
    Network network = new Network(ProxyServer.NONE, List.of(AUTHORITY.certificate()), identity);
    try (ChatModel client = client(endpoint(), network)) {
      assertThat(client.ask(Samples.request()).content()).isEqualTo("4");
    }

    assertThat(http.taken().getHandshake().peerCertificates())
        .first()
        .isEqualTo(OURS.certificate());
  }

  private static HeldCertificate certificate(String host) {
    return new HeldCertificate.Builder()
        .addSubjectAlternativeName(host)
        .signedBy(AUTHORITY)
        .build();
  }

  private void serve(HeldCertificate certificate) {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();
    http.server.useHttps(certificates.sslSocketFactory());
  }

  private ModelException failure(X509Certificate... authorities) {
    try (ChatModel client = client(endpoint(), trusting(authorities))) {
      return failureOf(client, Samples.request());
    }
  }

  private String ask(X509Certificate... authorities) {
    try (ChatModel client = client(endpoint(), trusting(authorities))) {
      return client.ask(Samples.request()).content();
    }
  }

  private static Network trusting(X509Certificate... authorities) {
    return new Network(ProxyServer.NONE, List.of(authorities), ClientIdentity.NONE);
  }

  private Endpoint endpoint() {
    return Endpoint.of(http.baseUrl(), "gpt-x", HttpFixture.KEY);
  }

  private static ChatModel client(Endpoint endpoint, Network network) {
    return HttpFixture.client(endpoint, HttpSettings.of(1, Duration.ofSeconds(20)), network);
  }

  private static List<X509Certificate> authorities(okhttp3.OkHttpClient.Builder client) {
    return List.of(client.build().x509TrustManager().getAcceptedIssuers());
  }
}
