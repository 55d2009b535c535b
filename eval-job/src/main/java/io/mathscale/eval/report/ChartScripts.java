package io.mathscale.eval.report;

import io.mathscale.core.page.WebJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that draw the charts of a report, to be put into its page. */
final class ChartScripts {
  private ChartScripts() {}

  /** Apache ECharts: the variable {@code echarts}. */
  static String library() {
    return WebJar.ofMvnpm("echarts").text("dist/echarts.common.min.js");
  }

  /** What draws each table of the page that is marked as a chart, by the library. */
  static String drawing() {
    String resource = "charts.js";
    try (InputStream stream = ChartScripts.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
