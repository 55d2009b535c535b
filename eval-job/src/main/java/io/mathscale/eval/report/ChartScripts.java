package io.mathscale.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The scripts that draw the charts of a report, to be put into its page. */
final class ChartScripts {
  /** The version of ECharts that was built in: it is part of the path of its script. */
  private static final String BUILD = "/META-INF/maven/org.mvnpm/echarts/pom.properties";

  private ChartScripts() {}

  /** Apache ECharts: the variable {@code echarts}. */
  static String library() {
    return text(
        "/META-INF/resources/_static/echarts/%s/dist/echarts.common.min.js".formatted(version()));
  }

  /** What draws each table of the page that is marked as a chart, by the library. */
  static String drawing() {
    return text("charts.js");
  }

  private static String version() {
    try (InputStream stream = ChartScripts.class.getResourceAsStream(BUILD)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + BUILD, e);
    }
  }

  private static String text(String resource) {
    try (InputStream stream = ChartScripts.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
