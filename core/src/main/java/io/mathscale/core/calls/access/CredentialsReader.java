package io.mathscale.core.calls.access;

import io.mathscale.core.config.ClientCertificateConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.ProxyConfig;
import io.mathscale.core.config.SecretSource;
import io.mathscale.core.model.http.ClientIdentity;
import io.mathscale.core.model.http.Network;
import io.mathscale.core.model.http.ProxyServer;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** Reads keys, proxies and certificates from where the configuration says they are. */
public final class CredentialsReader {
  private final SecretReader secrets;
  private final ProxyVariables variables;

  /**
   * A reader.
   *
   * @param environment gives the value of an environment variable, or null
   * @param hadoop where credential aliases are known; asked for where one is named
   */
  public CredentialsReader(UnaryOperator<String> environment, Supplier<Configuration> hadoop) {
    this.secrets = new SecretReader(environment, hadoop);
    this.variables = new ProxyVariables(environment);
  }

  /**
   * The credentials of a model service.
   *
   * @throws ConfigException when a secret or file is named but is not there, or is not what it must
   *     be
   */
  public Credentials read(ModelConfig model, Map<String, String> headers) {
    List<String> keys = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    keys.add(secrets.read("model.api-key", model.apiKey()));
    urls.add(model.baseUrl());
    for (int i = 0; i < model.endpoints().size(); i++) {
      ModelConfig.EndpointConfig more = model.endpoints().get(i);
      keys.add(
          more.apiKey().isNone()
              ? keys.get(0)
              : secrets.read("model.endpoints[" + i + "].api-key", more.apiKey()));
      urls.add(more.baseUrl());
    }

    return new Credentials(keys, headers, networks(model, urls));
  }

  /**
   * Checks what {@link #read} would read, as far as that is possible where no Spark session is:
   * credential aliases are known to the session alone.
   *
   * @throws ConfigException as {@link #read} does
   */
  public void check(ModelConfig model) {
    Stream<SecretSource> sources =
        Stream.concat(
            Stream.of(
                model.apiKey(), model.proxy().password(), model.clientCertificate().password()),
            model.endpoints().stream().map(ModelConfig.EndpointConfig::apiKey));
    if (sources.allMatch(source -> source.credential().isBlank())) {
      read(model, Map.of());
    }
  }

  private List<Network> networks(ModelConfig model, List<String> urls) {
    List<X509Certificate> authorities =
        model.caFile().isBlank()
            ? List.of()
            : CertificateFiles.authorities("model.ca-file", model.caFile());
    ClientIdentity identity = identity(model.clientCertificate());
    return urls.stream()
        .map(url -> new Network(proxy(model.proxy(), url), authorities, identity))
        .toList();
  }

  private ClientIdentity identity(ClientCertificateConfig config) {
    return config.isNone()
        ? ClientIdentity.NONE
        : new ClientCertificateReader("model.client-certificate")
            .read(config, secrets.read("model.client-certificate.password", config.password()));
  }

  private ProxyServer proxy(ProxyConfig config, String url) {
    ProxyServer proxy =
        config.isOfEnvironment()
            ? variables.proxyTo(url).orElse(ProxyServer.NONE)
            : config.server();
    return !proxy.exists() || config.user().isBlank()
        ? proxy
        : proxy.withLogin(config.user(), secrets.read("model.proxy.password", config.password()));
  }
}
