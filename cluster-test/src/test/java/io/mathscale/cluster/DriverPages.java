package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a driver shows in its web UI: the tab <em>Calls</em>, and metrics for Prometheus.
 *
 * @param port of the web UI
 */
record DriverPages(int port) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** One of those that conf/grafana.json shows. */
  private static final Pattern COMPLETED =
      Pattern.compile(
          "metrics_mathscale_driver_plugin_io_mathscale_core_calls_CallsPlugin_application"
              + "_completed_Value\\S* [1-9]");

  /** Spark's settings that make a driver show them, as the README and the dashboard have them. */
  Map<String, String> settings() {
    String sink = "spark.metrics.conf.*.sink.prometheusServlet.";
    return Map.of(
        "spark.ui.enabled",
        "true",
        "spark.ui.port",
        "" + port,
        "spark.metrics.namespace",
        "mathscale",
        sink + "class",
        "org.apache.spark.metrics.sink.PrometheusServlet",
        sink + "path",
        "/metrics/prometheus");
  }

  /**
   * Fails unless they tell of calls.
   *
   * @param stage the stage that asks now
   */
  void require(String stage) {
    Pattern executor =
        Pattern.compile("<td>" + stage + "</td><td>\\d+</td><td>[\\d,]+</td><td>[1-9]");
    await().atMost(PATIENCE).until(() -> executor.matcher(page("/calls/")).find());
    await().atMost(PATIENCE).until(() -> COMPLETED.matcher(page("/metrics/prometheus")).find());
  }

  /**
   * Executors of an application that have got a task and are not lost.
   *
   * @return their numbers; none where the driver does not answer
   */
  Set<String> executors(String application) {
    Set<String> atWork = new TreeSet<>();
    try {
      URI pages = URI.create("http://127.0.0.1:" + port);
      String path = "/api/v1/applications/" + application + "/executors";
      for (JsonNode each : JsonMapper.builder().build().readTree(pages.resolve(path).toURL())) {
        if (each.get("totalTasks").asInt() > 0) {
          atWork.add(each.get("id").asText());
        }
      }
    } catch (IOException e) {
      return Set.of();
    }

    atWork.remove("driver");
    return atWork;
  }

  private String page(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try {
      // Spark answers a folder without its last slash by telling where it is.
      HttpClient client =
          HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("The driver must show " + path, e);
    }
  }
}
