package io.mathscale.core.model.http;

import static io.mathscale.core.model.http.HttpFixture.ANSWER;
import static io.mathscale.core.model.http.HttpFixture.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.ModelMisdirectedException;
import io.mathscale.core.model.ModelUnavailableException;
import io.mathscale.core.model.Samples;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A proxy in this process stands between: plain requests pass through it, others by a tunnel. */
class ProxyTest {
  private static final String LOGIN = "Basic Ym9iOnBhc3M="; // bob:pass
  private static final MockResponse WANTS_LOGIN =
      new MockResponse.Builder()
          .code(407)
          .addHeader("Proxy-Authenticate", "Basic realm=\"corp\"")
          .body("<html>Who are you?</html>")
          .build();

  private final HttpFixture proxy = new HttpFixture();

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void plainRequestsGoToTheProxyWithItsLogin() {
    proxy.answer(ANSWER);
    try (ChatModel client =
        client("http://model.test/v1", proxyServer().withLogin("bob", "pass"))) {
      assertThat(client.ask(request()).content()).isEqualTo("4");
    }

    RecordedRequest request = proxy.taken();
    assertThat(request.getRequestLine())
        .isEqualTo("POST http://model.test/v1/chat/completions HTTP/1.1");
    assertThat(request.getHeaders().get("Proxy-Authorization")).isEqualTo(LOGIN);
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + HttpFixture.KEY.reveal());
  }

  @Test
  void tunnelsCarryTheLoginAndTheirRequestsDoNot() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("model.test").build();
    HandshakeCertificates ofServer =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    proxy.server.useHttps(ofServer.sslSocketFactory());
    proxy.server.enqueue(new MockResponse.Builder().inTunnel().build());
    proxy.answer(ANSWER);
    Network network =
        new Network(
            proxyServer().withLogin("bob", "pass"),
            List.of(certificate.certificate()),
            ClientIdentity.NONE);
    try (ChatModel client = client("https://model.test/v1", network)) {
      assertThat(client.ask(request()).content()).isEqualTo("4");
    }

    RecordedRequest tunnel = proxy.taken();
    assertThat(tunnel.getRequestLine()).isEqualTo("CONNECT model.test:443 HTTP/1.1");
    assertThat(tunnel.getHeaders().get("Proxy-Authorization")).isEqualTo(LOGIN);
    assertThat(tunnel.getHeaders().get("Authorization")).isNull();
    RecordedRequest request = proxy.taken();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/chat/completions");
    assertThat(request.getHeaders().get("Proxy-Authorization")).isNull();
  }

  @Test
  void aProxyThatWantsALoginRefusesAtTheFirstRequest() {
    proxy.server.enqueue(WANTS_LOGIN);
    try (ChatModel client = client("http://model.test/v1", proxyServer())) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelMisdirectedException.class)
          .hasMessage(
              "HTTP 407 on the way to http://model.test/v1/chat/completions: the proxy %s wants a"
                  + " login (Basic realm=\"corp\"): set model.proxy.user and model.proxy.password",
              proxyServer().address())
          .returns(407, ModelException::status);
    }

    assertThat(proxy.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aTunnelThatWantsALoginRefusesAtTheFirstRequest() {
    proxy.server.enqueue(WANTS_LOGIN);
    ProxyServer wrong = proxyServer().withLogin("bob", "wrong");
    try (ChatModel client = client("https://model.test/v1", wrong)) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelMisdirectedException.class)
          .hasMessage(
              "HTTP 407 on the way to https://model.test/v1/chat/completions: the proxy %s refuses"
                  + " the login of bob (Basic realm=\"corp\"): look at model.proxy.user and"
                  + " model.proxy.password",
              wrong.address());
    }

    assertThat(proxy.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aLoginThatIsNotSpokenIsSaidToBe() {
    proxy.server.enqueue(
        new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Negotiate").build());
    try (ChatModel client = client("https://model.test/v1", proxyServer())) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelMisdirectedException.class)
          .hasMessageEndingWith(
              "wants a login of a kind that is not spoken (Negotiate): only Basic is");
    }
  }

  @Test
  void aProxyThatNobodyNamedIsToldOf() {
    proxy.server.enqueue(WANTS_LOGIN);
    try (ChatModel client = proxy.client()) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelMisdirectedException.class)
          .hasMessageContaining("HTTP 407 on the way to " + proxy.baseUrl())
          .hasMessageContaining("a proxy in the network wants a login");
    }
  }

  @Test
  void aTunnelThatIsNotOpenedIsToldWithItsStatus() {
    proxy.server.enqueue(new MockResponse.Builder().code(403).build());
    try (ChatModel client = client("https://model.test/v1", proxyServer())) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessage(
              "No answer from https://model.test/v1/chat/completions: the proxy %s opens no way"
                  + " there (HTTP 403)",
              proxyServer().address())
          .returns(FailureCause.CONNECTION, ModelException::failureCause);
    }
  }

  @Test
  void aProxyThatIsAwayIsNamed() {
    ProxyServer away = proxyServer();
    proxy.close();
    try (ChatModel client = client("https://model.test/v1", away)) {
      assertThat(failureOf(client, request()))
          .isInstanceOf(ModelUnavailableException.class)
          .hasMessageEndingWith(", through the proxy " + away.address());
    }
  }

  private ProxyServer proxyServer() {
    return new ProxyServer("127.0.0.1", proxy.server.getPort(), "", "");
  }

  private static ChatModel client(String baseUrl, ProxyServer proxy) {
    return client(baseUrl, new Network(proxy, List.of(), ClientIdentity.NONE));
  }

  private static ChatModel client(String baseUrl, Network network) {
    return HttpFixture.client(
        Endpoint.of(baseUrl, "gpt-x", HttpFixture.KEY),
        HttpSettings.of(1, Duration.ofSeconds(20)),
        network);
  }

  private static ChatRequest request() {
    return Samples.request();
  }
}
