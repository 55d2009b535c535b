package io.mathscale.generator.export.card;

import io.mathscale.core.page.WebJar;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page carries of others: Apache ECharts, which draws, and KaTeX, which sets formulas. */
final class PageLibraries {
  /** The first source of a font, and the older forms of it that follow. */
  private static final Pattern FONT =
      Pattern.compile("src:url\\((fonts/[A-Za-z0-9_-]+\\.woff2)\\)[^}]*\\}");

  private PageLibraries() {}

  /** The variable {@code echarts}. */
  static String charts() {
    return WebJar.ofMvnpm("echarts").text("dist/echarts.min.js");
  }

  /** The variables {@code katex} and {@code renderMathInElement}. */
  static String formulas() {
    WebJar katex = WebJar.ofWebjars("katex");
    return katex.text("dist/katex.min.js") + "\n" + katex.text("dist/contrib/auto-render.min.js");
  }

  /** The style of formulas with its fonts in it. */
  static String formulaStyle() {
    WebJar katex = WebJar.ofWebjars("katex");
    Matcher font = FONT.matcher(katex.text("dist/katex.min.css"));
    StringBuilder style = new StringBuilder();
    while (font.find()) {
      String content = Base64.getEncoder().encodeToString(katex.bytes("dist/" + font.group(1)));
      font.appendReplacement(
          style, "src:url(data:font/woff2;base64," + content + ") format(\"woff2\")}");
    }

    return font.appendTail(style).toString();
  }
}
