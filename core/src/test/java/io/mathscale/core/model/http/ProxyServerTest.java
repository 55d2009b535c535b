package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyServerTest {
  @Test
  void readsUrlsAsTheyStandInEnvironments() {
    assertThat(ProxyServer.of("http://proxy.corp:3128"))
        .isEqualTo(new ProxyServer("proxy.corp", 3128, "", ""));
    assertThat(ProxyServer.of("proxy.corp:3128/"))
        .isEqualTo(new ProxyServer("proxy.corp", 3128, "", ""));
    assertThat(ProxyServer.of("http://proxy.corp"))
        .isEqualTo(new ProxyServer("proxy.corp", 80, "", ""));
    assertThat(ProxyServer.of("http://corp%5Cbob:p%40ss+1%3A@proxy.corp:8080"))
        .isEqualTo(new ProxyServer("proxy.corp", 8080, "corp\\bob", "p@ss+1:"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://bob:secret@proxy:1080",
        "https://bob:secret@proxy",
        "http://bob:secret@",
        "http://bob:secret@proxy/path",
        "http://bob:secret@proxy:99999",
        "http://bob:sec ret@proxy",
        "",
      })
  void refusesOthersWithoutShowingThem(String url) {
    assertThatThrownBy(() -> ProxyServer.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must ")
        .hasMessageNotContaining("sec")
        .hasMessageNotContaining("bob")
        .hasNoCause();
  }

  @Test
  void showsNoPassword() {
    assertThat(new ProxyServer("proxy", 80, "bob", "secret")).hasToString("ProxyServer[proxy:80]");
  }
}
