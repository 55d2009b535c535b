package io.mathscale.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Pairing;
import io.mathscale.eval.metrics.PublishedScore;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import io.mathscale.eval.metrics.TopicScore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final ScoreConfig CONFIG =
      new ScoreConfig("paper", 2_000, GraderName.STRICT, 0.02);

  @Test
  void showsScoresBesidePublishedOnes() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .contains("<td class=\"text\">GSM8K</td><td>1,000</td><td class=\"main\">40.0</td>")
        .contains("Without any answer (problems missing): TAL-SCQ (1,496).")
        .contains("<figcaption>GSM8K</figcaption>")
        .contains("<td>1 of 10</td>")
        .doesNotContain("<figcaption>TAL-SCQ</figcaption>")
        .doesNotContain("<figcaption>Micro average</figcaption>");
  }

  @Test
  void showsComparisonsDisagreementsTopicsAndSamples() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .contains("<h3>a → b</h3>")
        .contains("<td class=\"main\">+50.0</td>")
        .contains("2 answers that one grader calls right")
        .contains("<code>12\\sqrt{3}</code>")
        .contains("<td class=\"text\">Sequences</td>")
        .contains("numeric formula");
    assertThat(html.indexOf("is it 4?")).isBetween(html.indexOf("Right answers"), html.length());
  }

  @Test
  void chartsShowTheLargestOnTopAndIntervalsOfOurs() {
    String chart = chart(new HtmlReport(data("m")).html(), "GSM8K");

    List<List<String>> rows = rows(chart);
    assertThat(rows).hasSize(1 + PublishedScore.all().size());
    assertThat(rows)
        .contains(List.of("m", "40.0", "37.0", "43.1"), List.of("MathScale 7B", "66.3", "", ""));
    assertThat(rows)
        .isSortedAccordingTo(
            Comparator.comparing((List<String> row) -> Double.valueOf(row.get(1))).reversed());
  }

  @Test
  void trustsNoText() {
    String html =
        withoutScripts(new HtmlReport(data("</script><img src=x onerror=alert(1)>")).html());

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains(
            "<td class=\"text\">&lt;/script&gt;&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;</td>")
        .doesNotContain("<script", "</script", "<img", "{{");
  }

  @Tag("slow")
  @Test
  void holdsAllThatItNeeds() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .containsOnlyOnce(ChartScripts.library())
        .containsOnlyOnce(ChartScripts.drawing())
        .contains("content=\"default-src 'none';");
    assertThat(withoutScripts(html)).doesNotContain("src=", "href=", "url(", "http:", "https:");
  }

  @Test
  void scriptsEndWhereTheirElementsEnd() {
    assertThat(List.of(ChartScripts.library(), ChartScripts.drawing()))
        .allSatisfy(
            script -> assertThat(script).doesNotContainIgnoringCase("<script", "</script", "<!--"));
  }

  private static String chart(String html, String title) {
    int start = html.indexOf("<figure><figcaption>" + title + "</figcaption>");
    return html.substring(start, html.indexOf("</figure>", start));
  }

  private static List<List<String>> rows(String table) {
    return Pattern.compile("<tr>((?:<td[^>]*>[^<]*</td>)+)</tr>")
        .matcher(table)
        .results()
        .map(row -> cells(row.group(1)))
        .toList();
  }

  private static List<String> cells(String row) {
    return Pattern.compile(">([^<]*)</td>")
        .matcher(row)
        .results()
        .map(cell -> cell.group(1))
        .toList();
  }

  private static String withoutScripts(String html) {
    String bare = html;
    for (String script : List.of(ChartScripts.library(), ChartScripts.drawing())) {
      bare = bare.replace("<script>\n" + script + "\n</script>", "");
    }

    return bare;
  }

  private static ReportData data(String model) {
    SetScore gsm8k = new SetScore(Tally.of(1_000, 400), 319);
    SetScore tal = new SetScore(Tally.NONE, 1_496);
    List<TopicScore> topics =
        List.of(
            new TopicScore("gsm8k", gsm8k, SetScore.NONE),
            new TopicScore("tal", tal, SetScore.NONE));
    return new ReportData(
        CONFIG,
        Average.PAPER,
        42,
        List.of(ModelScore.of(model, Average.PAPER, GraderName.STRICT, topics)),
        List.of(ModelScore.of(model, Average.PAPER, GraderName.MWPBENCH, topics)),
        List.of(
            ModelScore.of(model, Average.ofGroup("school", List.of("gsm8k")), GraderName.STRICT, topics)),
        List.of(new Comparison("a", "b", Map.of("gsm8k", new Pairing(1, 0, 1, 0)))),
        2,
        List.of(
            new Verdict(
                "g.1",
                "gsm8k",
                "m",
                0,
                "12\\sqrt{3}",
                "$2 \\sqrt{3}$",
                true,
                StrictVerdict.WRONG,
                "NUMERIC_FORMULA",
                "BOX",
                false)),
        List.of(new TopicAccuracy("m", "Sequences", 20, 3)),
        List.of(
            new SampleAnswer(
                "m",
                "gsm8k",
                "g.2",
                true,
                "is it 4?",
                "<script>alert(1)</script>",
                "4",
                "4",
                "EXACT_NUMBER")));
  }
}
