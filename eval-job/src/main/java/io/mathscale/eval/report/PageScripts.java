package io.mathscale.eval.report;

import io.mathscale.core.page.WebJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts of a report, to be put into its page. */
final class PageScripts {
  private PageScripts() {}

  /** Apache ECharts: the variable {@code echarts}. */
  static String charts() {
    return WebJar.ofMvnpm("echarts").text("dist/echarts.common.min.js");
  }

  /**
   * KaTeX: the variable {@code katex}. It makes MathML, which needs no style sheet and no fonts.
   */
  static String formulas() {
    return WebJar.ofWebjars("katex").text("dist/katex.min.js");
  }

  /** What draws each table of the page that is marked as a chart. */
  static String drawing() {
    return resource("charts.js");
  }

  /** What finds and shows answers. */
  static String browsing() {
    return resource("samples.js");
  }

  private static String resource(String name) {
    try (InputStream stream = PageScripts.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
