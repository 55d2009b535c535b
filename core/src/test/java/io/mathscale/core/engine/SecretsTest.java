package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application with everything on that could tell a secret: event log, UI, metrics, logs at
 * DEBUG. And what it is to tell: its metrics.
 */
@Tag("process")
class SecretsTest {
  private static final String KEY = "canary-sk-4f1d9e";
  private static final String HEADER = "canary-header-77ab02";
  private static final String PROXY_PASSWORD = "canary-proxy-e09c41";
  private static final String FILE_PASSWORD = "canary-file-5d2b7e";
  private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder().build();

  /** All that must appear nowhere, in every form in which it is sent or kept. */
  private static final List<String> SECRETS =
      List.of(
          KEY,
          HEADER,
          PROXY_PASSWORD,
          Credentials.basic("bob", PROXY_PASSWORD).substring("Basic ".length()),
          FILE_PASSWORD,
          CERTIFICATE.privateKeyPkcs8Pem().lines().skip(1).findFirst().orElseThrow());

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;

  /** Where keys are kept, which is theirs alone. */
  @TempDir private Path keys;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void tellsItsFiguresAndNoSecret() throws IOException, InterruptedException {
    TeacherOptions options =
        TeacherOptions.defaults()
            .withKey(KEY)
            .withFault(Fault.LENGTH, 0.2)
            .withFault(Fault.SERVER_ERROR, 0.2);
    try (Teacher teacher = Teacher.start(options);
        DriverProcess driver = start(teacher)) {
      await().atMost(PATIENCE).until(() -> driver.said("ui").isPresent() || !driver.isAlive());
      String ui = driver.said("ui").orElseThrow(() -> new AssertionError(driver.output()));
      String application = first(get(ui + "/api/v1/applications"), "\"id\" : \"", "\"");
      String api = ui + "/api/v1/applications/" + application;
      List<String> pages = new ArrayList<>();
      for (String page :
          List.of("/environment/", "/stages/", "/jobs/", "/executors/", "/SQL/", "/calls/")) {
        pages.add(get(ui + page));
      }

      for (String page : List.of("/environment", "/executors", "/jobs", "/sql?details=true")) {
        pages.add(get(api + page));
      }

      String stages = get(api + "/stages?details=true&status=complete");
      String calls = get(ui + "/calls/");
      String metrics = get(ui + "/metrics/prometheus/");
      String executors = get(ui + "/metrics/executors/prometheus/");

      assertThat(pages).noneMatch(SecretsTest::isTelling);
      assertThat(List.of(stages, metrics, executors)).noneMatch(SecretsTest::isTelling);
      assertThat(driver.said("broadcasts with the text")).contains("0");
      assertThat(metrics)
          .containsPattern("calls_completed_Count\\{[^}]*} \\d{2}")
          .containsPattern("calls_requests_Count\\{[^}]*} \\d{2}")
          .containsPattern("calls_failed_TRUNCATED_Count\\{[^}]*} \\d")
          .containsPattern("calls_retried_SERVER_ERROR_Count\\{[^}]*} \\d")
          .containsPattern("calls_latencyMillis_Count\\{[^}]*} \\d{2}");
      assertThat(calls)
          .containsPattern(
              "<td>test</td><td>100</td><td>100</td><td>100.0</td><td>[0-9.]+</td>"
                  + "<td>0:00:00 left</td>")
          .containsPattern("<td>test</td><td>driver</td><td>\\d{3}</td><td>\\d{2}</td>")
          .containsPattern("TRUNCATED \\d+</td><td>SERVER_ERROR \\d+</td>");
      assertThat(stages)
          .contains("test completed", "test failed", "test input tokens", "test output tokens")
          .contains("test US dollars");
      assertThat(executors).contains("metrics_executor_totalTasks_total");
      assertThat(driver.end()).as(driver.output()).isZero();
    }

    assertThat(filesWithSecrets()).isEmpty();
    assertThat(Files.size(folder.resolve("debug.log"))).isGreaterThan(100_000);
    assertThat(folder.resolve("events")).isNotEmptyDirectory();
  }

  /** The teacher is the proxy, too: it answers whatever is asked of it. */
  private DriverProcess start(Teacher teacher) throws IOException {
    Files.createDirectories(folder.resolve("events"));
    Path log = folder.resolve("log4j2.properties");
    Files.writeString(
        log,
        """
        rootLogger.level = debug
        rootLogger.appenderRef.file.ref = file
        appender.file.type = File
        appender.file.name = file
        appender.file.fileName = %s
        appender.file.layout.type = PatternLayout
        appender.file.layout.pattern = %%p %%c: %%m%%n%%ex
        """
            .formatted(folder.resolve("debug.log")));
    Path configuration = folder.resolve("engine.conf");
    Files.writeString(
        configuration,
        """
        workspace = "%s"
        model { base-url = "http://model.test/v1", name = teacher, api-key.env = CANARY_KEY }
        model.headers { X-Canary = ${CANARY_HEADER} }
        model.proxy { url = "%s", user = bob, password.env = CANARY_PROXY }
        model.client-certificate { file = "%s", password.env = CANARY_FILE }
        calls { max-failure-ratio = 1, in-flight-per-executor = 8 }
        """
            .formatted(
                folder.resolve("workspace"), teacher.baseUrl().replace("/v1", ""), keyStore()));
    Map<String, String> properties =
        new HashMap<>(
            Map.of(
                "spark.master", "local[2]",
                "spark.ui.port", "0",
                "spark.ui.prometheus.enabled", "true",
                "spark.metrics.conf.*.sink.prometheusServlet.class",
                    "org.apache.spark.metrics.sink.PrometheusServlet",
                "spark.metrics.conf.*.sink.prometheusServlet.path", "/metrics/prometheus",
                "spark.eventLog.enabled", "true",
                "spark.eventLog.dir", folder.resolve("events").toString(),
                "spark.eventLog.compress", "false",
                "spark.broadcast.compress", "false",
                "log4j2.configurationFile", log.toString()));
    properties.put(EngineDriver.HURRY, "10");
    return DriverProcess.start(
        folder,
        properties,
        Map.of(
            "CANARY_KEY", KEY,
            "CANARY_HEADER", HEADER,
            "CANARY_PROXY", PROXY_PASSWORD,
            "CANARY_FILE", FILE_PASSWORD),
        List.of(configuration.toString(), "100", KEY.substring(0, 6)));
  }

  private Path keyStore() throws IOException {
    Path file = keys.resolve("us.p12");
    char[] password = FILE_PASSWORD.toCharArray();
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = {CERTIFICATE.certificate()};
      store.setKeyEntry("us", CERTIFICATE.keyPair().getPrivate(), password, chain);
      store.store(out, password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java must write PKCS12", e);
    }

    return file;
  }

  private String get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return response.body();
  }

  private static String first(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private List<Path> filesWithSecrets() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(SecretsTest::isTelling).toList();
    }
  }

  private static boolean isTelling(Path file) {
    try {
      return isTelling(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTelling(String text) {
    return SECRETS.stream().anyMatch(text::contains);
  }
}
