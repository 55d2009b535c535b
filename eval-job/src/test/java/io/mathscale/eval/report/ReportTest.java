package io.mathscale.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.Average;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.data.Verdict;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Pairing;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import io.mathscale.eval.metrics.TopicScore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final ScoreConfig CONFIG =
      new ScoreConfig(Average.PAPER, 2_000, GraderName.STRICT);

  @Test
  void showsScoresBesidePublishedOnes() {
    String html = new Report(data()).html();

    assertThat(html)
        .contains("<td class=\"text\">GSM8K</td><td>1,000</td><td class=\"main\">40.0</td>")
        .contains("Without any answer (problems missing): TAL-SCQ (1,496).")
        .contains("<figcaption>GSM8K</figcaption>")
        .contains(">MathScale 7B</text>")
        .contains("<td>1 of 10</td>")
        .doesNotContain("<figcaption>TAL-SCQ</figcaption>")
        .doesNotContain("<figcaption>Micro average</figcaption>");
  }

  @Test
  void showsComparisonsDisagreementsTopicsAndSamples() {
    String html = new Report(data()).html();

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
  void needsNothingElseAndTrustsNoText() {
    String html = new Report(data()).html();

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("{{");
  }

  private static ReportData data() {
    SetScore gsm8k = new SetScore(Tally.of(1_000, 400), 319);
    SetScore tal = new SetScore(Tally.NONE, 1_496);
    List<TopicScore> topics =
        List.of(
            new TopicScore("gsm8k", gsm8k, SetScore.NONE),
            new TopicScore("tal", tal, SetScore.NONE));
    return new ReportData(
        CONFIG,
        42,
        List.of(ModelScore.of("m", Average.PAPER, GraderName.STRICT, topics)),
        List.of(ModelScore.of("m", Average.PAPER, GraderName.MWPBENCH, topics)),
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
                "NUMERIC_FORMULA")),
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
