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
import io.mathscale.eval.score.VerdictCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final ScoreConfig CONFIG =
      new ScoreConfig("paper", 2_000, GraderName.STRICT, 0.02, 20_000, false, false);

  private static final List<String> SCRIPTS =
      List.of(
          PageScripts.charts(),
          PageScripts.formulas(),
          PageScripts.drawing(),
          PageScripts.browsing());

  @Test
  void showsScoresBesidePublishedOnes() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .contains(
            "<td class=\"text\">GSM8K</td><td>1,000</td><td class=\"main\"><a"
                + " href=\"#model&#x3D;m&amp;set&#x3D;gsm8k&amp;verdict&#x3D;wrong\">40.0</a></td>")
        .contains("Without any answer (problems missing): TAL-SCQ (1,496).")
        .contains("<figcaption>GSM8K</figcaption>")
        .contains("<td>1 of 10</td>")
        .contains("Not comparable: GSM8K: 1,000 problems here, 1,319 there.")
        .doesNotContain("<figcaption>TAL-SCQ</figcaption>")
        .doesNotContain("<figcaption>Micro average</figcaption>");
  }

  @Test
  void showsRunComparisonsRulesDisagreementsLevelsAndTopics() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .contains("<td class=\"quiet\">Prompt</td><td class=\"text\">alpaca</td>")
        .contains("<summary>a → b by data set</summary>")
        .contains(
            "<a href=\"#model&#x3D;m&amp;verdict&#x3D;undecided&amp;rule&#x3D;NOT_UNDERSTOOD\">not"
                + " understood</a>")
        .contains("<td class=\"text\">Level 5</td>")
        .contains(
            "<a href=\"#model&#x3D;m&amp;verdict&#x3D;wrong&amp;kind&#x3D;level%3A%20Level%205\">25.0</a>")
        .contains("1,234 problems without a right answer")
        .contains("<a href=\"#set&#x3D;gsm8k&amp;id&#x3D;g%2F7\">g/7</a>")
        .contains("&lt;b&gt;How many?&lt;/b&gt;")
        .contains("<td class=\"main\">+50.0</td>")
        .contains("2 answers</a> that one grader calls right")
        .contains("<code>12\\sqrt{3}</code>")
        .contains("<td class=\"text\">Sequences</td>")
        .contains("numeric formula");
  }

  @Test
  void longNamesLoseTheirMiddleAndKeepDirectionsOfWritingToThemselves() {
    String name = "lab/" + "x".repeat(300) + "&lt;step&gt;&quot;2000";

    assertThat(EscapedNames.shown(name))
        .isEqualTo(
            "<bdi title=\""
                + name
                + "\">lab/"
                + "x".repeat(31)
                + "…"
                + "x".repeat(13)
                + "&lt;step&gt;&quot;2000</bdi>");
    assertThat(EscapedNames.shown("m &amp; n")).isEqualTo("m &amp; n");
    assertThat(EscapedNames.shown("نموذج")).isEqualTo("<bdi>نموذج</bdi>");
  }

  @Test
  void oneAnswerIsNoAnswers() {
    assertThat(Shown.problems(1)).isEqualTo("1 problem");
    assertThat(Shown.answers(1)).isEqualTo("1 answer");
    assertThat(Shown.answers(1_234)).isEqualTo("1,234 answers");
  }

  @Test
  void countsAreShownAlikeInAnyCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Shown.count(1_234)).isEqualTo("1,234");
      assertThat(SampleTexts.cut("a".repeat(1_300), 10, 20)).contains("[… 1,270 characters …]");
    } finally {
      Locale.setDefault(before);
    }
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
        .contains("href=\"#model&#x3D;%3C%2Fscript%3E%3Cimg%20src%3Dx")
        .doesNotContain("<script", "</script", "<img", "{{");
  }

  @Tag("slow")
  @Test
  void holdsAllThatItNeeds() {
    String html = new HtmlReport(data("m")).html();

    assertThat(html)
        .hasSizeLessThan(2 << 20)
        .contains(SCRIPTS)
        .contains("content=\"default-src 'none';");
    assertThat(withoutScripts(html)).doesNotContain("src=", "url(", "http:", "https:");
    assertThat(withoutScripts(html).replace("href=\"#", "")).doesNotContain("href=");
  }

  @Test
  void scriptsEndWhereTheirElementsEnd() {
    assertThat(SCRIPTS)
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
    for (String script : SCRIPTS) {
      bare = bare.replace("<script>\n" + script + "\n</script>", "");
    }

    return bare.replace("<script type=\"application/json\" id=\"sample-index\">{}</script>", "");
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
        Map.of("Prompt", "alpaca"),
        List.of(ModelScore.of(model, Average.PAPER, GraderName.STRICT, topics)),
        List.of(ModelScore.of(model, Average.PAPER, GraderName.MWPBENCH, topics)),
        List.of(
            ModelScore.of(
                model, Average.ofGroup("school", List.of("gsm8k")), GraderName.STRICT, topics)),
        List.of(
            count(model, StrictVerdict.RIGHT, "EXACT_NUMBER", 400),
            count(model, StrictVerdict.UNDECIDED, "NOT_UNDERSTOOD", 100)),
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
        List.of(new GroupAccuracy(model, "level", "Level 5", 0, 20, 5)),
        List.of(new TopicAccuracy("m", "Sequences", 20, 3)),
        new UnsolvedProblems(
            1_234, List.of(new UnsolvedProblem("gsm8k", "g/7", 2, 8, "12", "<b>How many?</b>"))),
        "{}");
  }

  private static VerdictCount count(String model, StrictVerdict strict, String rule, long rows) {
    return new VerdictCount(
        model, "gsm8k", strict, false, rule, false, rows, "g.9", "<script>alert(1)</script>", "4");
  }
}
