package io.mathscale.core.calls.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.model.http.ClientIdentity;
import io.mathscale.core.model.http.Network;
import io.mathscale.core.model.http.ProxyServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import okhttp3.tls.HeldCertificate;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsReaderTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(1).build();
  private static final HeldCertificate OURS =
      new HeldCertificate.Builder().signedBy(AUTHORITY).build();
  private static final String PASSWORD = "open sesame";

  @TempDir private Path folder;

  @Test
  void takesTheProxiesOfTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "http_proxy", "http://plain:1",
            "HTTPS_PROXY", "http://bob:pass@tunnel:2",
            "NO_PROXY", "inside.test,127.0.0.1");
    String[] settings = {
      "model.base-url=https://outside.test/v1",
      "model.endpoints=[{base-url = \"http://outside.test/v1\"}, {base-url ="
          + " \"https://a.inside.test/v1\"}, {base-url = \"http://127.0.0.1/v1\"}]"
    };

    assertThat(proxies(environment, settings))
        .containsExactly(
            new ProxyServer("tunnel", 2, "bob", "pass"),
            new ProxyServer("plain", 1, "", ""),
            ProxyServer.NONE,
            ProxyServer.NONE);
  }

  @Test
  void lowerCaseGoesOverUpperCase() {
    assertThat(
            proxies(
                Map.of("HTTPS_PROXY", "http://upper:1", "https_proxy", "http://lower:2"),
                "model.base-url=https://outside.test/v1"))
        .containsExactly(new ProxyServer("lower", 2, "", ""));
  }

  @Test
  void theProxyOfTheConfigurationGoesOverTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "https_proxy", "http://environment:1", "no_proxy", "*", "PROXY_PASSWORD", "pass word");

    assertThat(
            proxies(
                environment,
                "model.base-url=https://outside.test/v1",
                "model.proxy.url=http://ours:3128",
                "model.proxy.user=bob",
                "model.proxy.password.env=PROXY_PASSWORD"))
        .containsExactly(new ProxyServer("ours", 3128, "bob", "pass word"));
    assertThat(
            proxies(
                Map.of("https_proxy", "http://environment:1"),
                "model.base-url=https://outside.test/v1",
                "model.proxy.url=direct"))
        .containsExactly(ProxyServer.NONE);
  }

  @Test
  void theLoginMayBeThatOfTheEnvironmentsProxy() {
    assertThat(
            proxies(
                Map.of("https_proxy", "http://environment:1", "P", "pass"),
                "model.base-url=https://outside.test/v1",
                "model.proxy.user=bob",
                "model.proxy.password.env=P"))
        .containsExactly(new ProxyServer("environment", 1, "bob", "pass"));
  }

  @Test
  void refusesAProxyThatCannotBeUsedWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                proxies(
                    Map.of("HTTPS_PROXY", "socks5://bob:secret@proxy:1"),
                    "model.base-url=https://outside.test/v1"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "environment variable HTTPS_PROXY must begin with http://, the only way to proxies that"
                + " is spoken: socks5; model.proxy.url goes over it");
    assertThatThrownBy(() -> model("model.proxy.url=http://bob:secret@proxy:1"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("model.proxy.url must hold no login")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> model("model.proxy.password.env=X"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("model.proxy.password must stand with user: environment variable X");
  }

  @Test
  void readsAllAuthoritiesOfAFile() throws IOException {
    Path file = write("ca.pem", "# Corp CA\n" + AUTHORITY.certificatePem() + OURS.certificatePem());

    assertThat(network("model.ca-file=" + file).authorities())
        .containsExactly(AUTHORITY.certificate(), OURS.certificate());
  }

  @Test
  void refusesAuthoritiesThatAreNone() throws IOException {
    Path empty = write("empty.pem", "");
    Path key = write("key.pem", AUTHORITY.privateKeyPkcs8Pem());

    assertRefused("model.ca-file=" + folder.resolve("none.pem"))
        .hasMessage(
            "model.ca-file must be a file that can be read: %s (there is none)",
            folder.resolve("none.pem"));
    assertRefused("model.ca-file=" + folder)
        .hasMessage("model.ca-file must be a file that can be read: %s (it is a folder)", folder);
    assertRefused("model.ca-file=" + empty)
        .hasMessage(
            "model.ca-file must hold certificates in PEM: %s (no BEGIN CERTIFICATE in it)", empty);
    assertRefused("model.ca-file=" + key)
        .hasMessage(
            "model.ca-file must hold certificates in PEM: %s (no BEGIN CERTIFICATE in it)", key);
  }

  @Test
  void readsAClientCertificateFromPem() throws IOException, GeneralSecurityException {
    Path both =
        write(
            "both.pem",
            OURS.certificatePem() + AUTHORITY.certificatePem() + OURS.privateKeyPkcs8Pem());
    Path certificate = write("cert.pem", OURS.certificatePem());
    Path key = write("key.pem", OURS.privateKeyPkcs8Pem());
    Path encrypted = write("encrypted.pem", encryptedKey());

    assertThat(network(file(both)).identity())
        .isEqualTo(
            new ClientIdentity(
                OURS.keyPair().getPrivate(), List.of(OURS.certificate(), AUTHORITY.certificate())));
    ClientIdentity alone =
        new ClientIdentity(OURS.keyPair().getPrivate(), List.of(OURS.certificate()));
    assertThat(network(file(certificate), keyFile(key)).identity()).isEqualTo(alone);
    assertThat(network(file(certificate), keyFile(encrypted), passwordVariable()).identity())
        .isEqualTo(alone);
  }

  @Test
  void readsAClientCertificateFromPkcs12() throws IOException, GeneralSecurityException {
    Path file = pkcs12();

    assertThat(network(file(file), passwordVariable()).identity())
        .isEqualTo(
            new ClientIdentity(
                OURS.keyPair().getPrivate(), List.of(OURS.certificate(), AUTHORITY.certificate())));
  }

  @Test
  void refusesAClientCertificateThatCannotServe() throws IOException, GeneralSecurityException {
    Path certificate = write("cert.pem", OURS.certificatePem());
    Path encrypted = write("encrypted.pem", encryptedKey());
    Path old = write("old.pem", OURS.certificatePem() + rsa().privateKeyPkcs1Pem());
    Path foreign = write("foreign.pem", OURS.certificatePem() + AUTHORITY.privateKeyPkcs8Pem());
    HeldCertificate expired =
        new HeldCertificate.Builder()
            .validityInterval(0, Instant.now().minus(1, ChronoUnit.DAYS).toEpochMilli())
            .build();
    Path past = write("past.pem", expired.certificatePem() + expired.privateKeyPkcs8Pem());
    Path junk = write("junk.p12", "junk");

    assertRefused(file(certificate))
        .hasMessage(
            "model.client-certificate.file must hold a private key in PEM: %s (no BEGIN PRIVATE KEY"
                + " in it)",
            certificate);
    assertRefused(file(certificate), keyFile(encrypted))
        .hasMessage(
            "model.client-certificate.password must be set: the key in %s is encrypted", encrypted);
    assertRefused(file(certificate), keyFile(encrypted), wrongPassword())
        .hasMessage(
            "model.client-certificate.password must open the key in %s: it does not", encrypted);
    assertRefused(file(pkcs12()), wrongPassword())
        .hasMessage(
            "model.client-certificate.password must open %s: it does not",
            folder.resolve("store.p12"));
    assertRefused(file(old))
        .hasMessageContaining("must hold its private key in PKCS#8")
        .hasMessageContaining("openssl pkcs8 -topk8");
    assertRefused(file(foreign)).hasMessageContaining("is of another key");
    assertRefused(file(past))
        .hasMessageStartingWith(
            "model.client-certificate.file must hold a certificate that is valid now: " + past);
    assertRefused(file(junk))
        .hasMessageStartingWith("model.client-certificate.file must be PEM or PKCS12: " + junk);
    assertRefused(keyFile(encrypted))
        .hasMessageStartingWith("model.client-certificate.key-file must stand with file");
  }

  @Test
  void namesTheSecretThatIsMissing() {
    assertRefused("model.api-key.env=NOT_SET")
        .hasMessage(
            "model.api-key must name a secret that is set: environment variable NOT_SET is empty or"
                + " missing");
  }

  @Test
  void checksAllButAliasesWithoutASession() {
    CredentialsReader reader = reader(Map.of());

    reader.check(model("model.api-key.credential=alias"));
    assertThatThrownBy(() -> reader.check(model("model.api-key.env=NOT_SET")))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void printsNothingOfWhatItReads() throws IOException, GeneralSecurityException {
    Credentials credentials =
        reader(Map.of("PASSWORD", PASSWORD, "KEY", "sk-1"))
            .read(
                model(file(pkcs12()), passwordVariable(), "model.api-key.env=KEY"),
                Map.of("X", "header"));

    assertThat(credentials).hasToString("Credentials[***]");
    assertThat(credentials.networks().get(0))
        .hasToString(
            "Network[proxy=ProxyServer[none], authorities=0, identity=ClientIdentity[***]]");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String... settings) {
    return assertThatThrownBy(() -> network(settings)).isInstanceOf(ConfigException.class);
  }

  private static String file(Path file) {
    return "model.client-certificate.file=" + file;
  }

  private static String keyFile(Path file) {
    return "model.client-certificate.key-file=" + file;
  }

  private static String passwordVariable() {
    return "model.client-certificate.password.env=PASSWORD";
  }

  private static String wrongPassword() {
    return "model.client-certificate.password.env=WRONG";
  }

  private static Network network(String... settings) {
    return reader(Map.of("PASSWORD", PASSWORD, "WRONG", "wrong"))
        .read(model(settings), Map.of())
        .networks()
        .get(0);
  }

  private static List<ProxyServer> proxies(Map<String, String> environment, String... settings) {
    return reader(environment).read(model(settings), Map.of()).networks().stream()
        .map(Network::proxy)
        .toList();
  }

  private static CredentialsReader reader(Map<String, String> environment) {
    return new CredentialsReader(environment::get, Configuration::new);
  }

  private static ModelConfig model(String... settings) {
    return Settings.parse(
            "workspace = w, model.base-url = \"https://a.test\"", "test", List.of(settings))
        .config()
        .model();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static HeldCertificate rsa() {
    return new HeldCertificate.Builder().rsa2048().build();
  }

  private Path pkcs12() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {OURS.certificate(), AUTHORITY.certificate()};
    store.setKeyEntry("us", OURS.keyPair().getPrivate(), PASSWORD.toCharArray(), chain);
    Path file = folder.resolve("store.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }

    return file;
  }

  /** As {@code openssl pkcs8 -topk8 -v2 aes-256-cbc} writes it. */
  private static String encryptedKey() throws IOException, GeneralSecurityException {
    String algorithm = "PBEWithHmacSHA256AndAES_256";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    byte[] encrypted = cipher.doFinal(OURS.keyPair().getPrivate().getEncoded());
    byte[] encoded = new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded();
    return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n%s\n-----END ENCRYPTED PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(encoded));
  }
}
