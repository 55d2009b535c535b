package io.mathscale.core.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api.corp.example | api.corp.example | 443 | true",
        "corp.example     | api.corp.example | 443 | true",
        ".corp.example    | api.corp.example | 443 | true",
        "*.corp.example   | api.corp.example | 443 | true",
        "corp.example     | notcorp.example  | 443 | false",
        "API.Corp.Example | api.corp.example | 443 | true",
        "a.b, c.d         | c.d              | 443 | true",
        "a.b c.d          | c.d              | 443 | true",
        "corp.example:443 | api.corp.example | 443 | true",
        "corp.example:443 | api.corp.example | 80  | false",
        "*                | any.where        | 443 | true",
        "10.1.2.3         | 10.1.2.3         | 443 | true",
        "10.1.2.3:8000    | 10.1.2.3         | 8000 | true",
        "10.1.2.3:8000    | 10.1.2.3         | 443 | false",
        "10.0.0.0/8       | 10.250.1.1       | 443 | true",
        "10.0.0.0/8       | 11.0.0.1         | 443 | false",
        "192.168.16.0/20  | 192.168.31.255   | 443 | true",
        "192.168.16.0/20  | 192.168.32.0     | 443 | false",
        "10.0.0.0/8       | ten.example      | 443 | false",
        "2.3              | 10.1.2.3         | 443 | false",
        "fd00::/8         | [fd12::1]        | 443 | true",
        "[fd12::1]:443    | [fd12::1]        | 443 | true",
        "fd12::1          | [fd12:0::1]      | 443 | true",
        "10.0.0.0/99      | 10.0.0.1         | 443 | false",
        "none             | localhost        | 80  | false",
        "none             | 127.0.0.1        | 80  | false",
        "localhost,127.0.0.1 | 127.0.0.1     | 80  | true",
        "localhost        | localhost        | 80  | true",
        "none             | api.corp.example | 443 | false",
      })
  void coversWhatTheListNames(String list, String host, int port, boolean isCovered) {
    assertThat(NoProxy.of(list).covers(host, port)).isEqualTo(isCovered);
  }
}
