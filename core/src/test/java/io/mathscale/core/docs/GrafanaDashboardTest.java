package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.calls.CallsPlugin;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.metrics.sink.PrometheusServlet;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code conf/grafana.json} and {@code conf/alerts.yml} with the metrics that Spark shows
 * to Prometheus.
 */
class GrafanaDashboardTest {
  private static final String DASHBOARD = Documents.text("conf/grafana.json");
  private static final Pattern METRIC = Pattern.compile("metrics_\\$\\{namespace}_\\w+");

  private JsonNode dashboard;

  @BeforeEach
  void parse() throws JsonProcessingException {
    dashboard = new ObjectMapper().readTree(DASHBOARD);
  }

  @Test
  void everyMetricOfThePluginOnTheDriverIsShownAndNoOther() {
    Set<String> shown =
        METRIC
            .matcher(DASHBOARD)
            .results()
            .map(MatchResult::group)
            .map(name -> name.replace("${namespace}", "mathscale"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(shown).hasSize(8).isEqualTo(metrics());
  }

  /**
   * The fields are those of Prometheus.
   *
   * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/">
   *     Prometheus, alerting rules</a>
   */
  @Test
  void alertsAskForMetricsThatAreThere() {
    Map<?, ?> file = Kustomization.documents(Documents.text("conf/alerts.yml")).get(0);
    Map<?, ?> group = (Map<?, ?>) ((List<?>) file.get("groups")).get(0);
    List<?> rules = (List<?>) group.get("rules");

    assertThat(rules).hasSize(4);
    for (Object rule : rules) {
      assertThat(((Map<?, ?>) rule).keySet().stream().map(Object::toString))
          .containsExactly("alert", "expr", "for", "annotations");
      String expression = ((Map<?, ?>) rule).get("expr").toString();
      assertThat(metrics())
          .containsAll(
              Pattern.compile("metrics_\\w+")
                  .matcher(expression)
                  .results()
                  .map(MatchResult::group)
                  .toList());
    }
  }

  /** Names of values in Spark's own words; a source's registry has Spark's prefix before each. */
  private static Set<String> metrics() {
    MetricRegistry ofPlugin = new MetricRegistry();
    new CallsPlugin().driverPlugin().registerMetrics("app", new OnlyMetrics(ofPlugin));
    MetricRegistry all = new MetricRegistry();
    all.register("mathscale.driver.plugin." + CallsPlugin.class.getName(), ofPlugin);
    Properties properties = new Properties();
    properties.setProperty("path", "/metrics/prometheus");
    return new PrometheusServlet(properties, all)
        .getMetricsSnapshot()
        .lines()
        .map(line -> line.replaceAll("\\{.*", ""))
        .filter(name -> name.endsWith("_Value"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyPanelHasATitleAPlaceAndTheSourceThatIsChosen() {
    assertThat(dashboard.get("panels")).isNotEmpty();
    for (JsonNode panel : dashboard.get("panels")) {
      assertThat(panel.get("title").asText()).isNotBlank();
      assertThat(panel.get("gridPos").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("x", "y", "w", "h");
      assertThat(panel.get("targets")).isNotEmpty();
      for (JsonNode target : panel.get("targets")) {
        assertThat(target.get("datasource").get("uid").asText()).isEqualTo("${source}");
      }
    }
  }

  @Test
  void everyVariableIsDefined() {
    Set<String> used =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(DASHBOARD)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(dashboard.get("templating").get("list"))
        .extracting(variable -> variable.get("name").asText())
        .containsExactlyInAnyOrderElementsOf(used);
  }

  /** What a plugin is given, as far as it needs it for its metrics. */
  private record OnlyMetrics(MetricRegistry metricRegistry) implements PluginContext {
    @Override
    public SparkConf conf() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String executorID() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String hostname() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, ResourceInformation> resources() {
      return Map.of();
    }

    @Override
    public void send(Object message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object ask(Object message) {
      throw new UnsupportedOperationException();
    }
  }
}
