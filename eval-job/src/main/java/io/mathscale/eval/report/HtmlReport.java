package io.mathscale.eval.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.ToolVersion;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Ranking;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report as one page that needs no network, for screens and paper. Its charts are tables
 * where scripts do not run; answers in full are loaded from {@link SampleFiles} beside it.
 */
final class HtmlReport {
  private static final String TEMPLATE = "report.mustache";

  private final ReportData data;

  /** The report of these scores. */
  HtmlReport(ReportData data) {
    this.data = data;
  }

  /** The HTML. */
  String html() {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(TEMPLATE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Template template =
          Mustache.compiler().defaultValue("").emptyStringIsFalse(true).compile(reader);
      return template.execute(values());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TEMPLATE, e);
    }
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    putRun(values);
    putScores(values);
    putAnswers(values);
    values.put("short", new EscapedNames());
    values.put("library", PageScripts.charts());
    values.put("formulas", PageScripts.formulas());
    values.put("drawing", PageScripts.drawing());
    values.put("browsing", PageScripts.browsing());
    values.put("index", data.samples());
    return values;
  }

  private void putRun(Map<String, Object> values) {
    String grader = data.config().grader().name().toLowerCase(Locale.ROOT);
    values.put("version", ToolVersion.get());
    values.put("average", data.average().name());
    values.put("capped", data.average().isCapped());
    values.put("cap", Shown.count(data.config().cap()));
    values.put("grader", grader);
    values.put("otherGrader", grader.equals("strict") ? "mwpbench" : "strict");
    values.put("benchmark", data.isOfMwpbench() ? "MWPBench" : "the benchmark");
    values.put("facts", RunFacts.rows(data.facts()));
  }

  private void putScores(Map<String, Object> values) {
    AverageRows averages = new AverageRows(data.seed());
    SetRows sets = new SetRows(data);
    List<BarChart> published = new PublishedCharts(data).all();
    SampleCurves curves = new SampleCurves(data.scores());
    Ranking ranking = Ranking.of(data.scores());
    List<Map<String, Object>> unranked = averages.unranked(ranking);
    values.put("ranking", averages.of(ranking.ranked()));
    values.put("unranked", unranked);
    values.put("hasUnranked", !unranked.isEmpty());
    values.put("groups", averages.of(data.groups()));
    values.put("hasGroups", !data.groups().isEmpty());
    values.put("columns", sets.columns());
    values.put("heat", sets.heat());
    values.put("models", sets.models());
    values.put("charts", published.stream().map(BarChart::values).toList());
    values.put("hasCharts", !published.isEmpty());
    values.put("sizes", curves.sizes());
    values.put("curves", curves.rows());
    values.put("hasCurves", !curves.rows().isEmpty());
    values.put("comparisons", new ComparisonRows(data.comparisons(), data.scores()).all());
    values.put("hasComparisons", !data.comparisons().isEmpty());
    values.put(
        "properties",
        new GroupRows(data.accuracies(), data.scores().stream().map(ModelScore::model).toList())
            .all());
    values.put("topics", data.lowestTopics().stream().map(HtmlReport::topic).toList());
    values.put("hasTopics", !data.lowestTopics().isEmpty());
    UnsolvedProblems unsolved = data.unsolved();
    values.put("unsolvedCount", Shown.problems(unsolved.total()));
    values.put("unsolved", unsolved.rows());
    values.put("hasUnsolved", unsolved.total() > 0);
  }

  private void putAnswers(Map<String, Object> values) {
    RuleRows rules = new RuleRows(data.counts());
    List<Map<String, Object>> undecided = rules.undecided();
    values.put("undecided", undecided);
    values.put("hasUndecided", !undecided.isEmpty());
    List<Map<String, Object>> truncated = rules.truncated();
    values.put("truncated", truncated);
    values.put("hasTruncated", !truncated.isEmpty());
    values.put("disagreementCount", Shown.answers(data.disagreementCount()));
    values.put(
        "disagreements", data.disagreements().stream().map(HtmlReport::disagreement).toList());
    values.put("hasDisagreements", !data.disagreements().isEmpty());
    values.put("disputedLink", SampleLink.to("", "", "disputed", ""));
  }

  private static Map<String, Object> disagreement(Verdict verdict) {
    return Map.of(
        "id", verdict.id(),
        "model", verdict.model(),
        "extracted", Shown.quote(verdict.extracted()),
        "reference", Shown.quote(verdict.reference()),
        "mwpbench", verdict.mwpbench() ? "right" : "wrong",
        "strict", Shown.words(verdict.strict().name()),
        "rule", Shown.words(verdict.rule()),
        "link", SampleLink.to(verdict.model(), verdict.dataset(), "disputed", verdict.rule()));
  }

  private static Map<String, Object> topic(TopicAccuracy topic) {
    double share = (double) topic.right() / topic.rows();
    return Map.of(
        "topic", topic.topic(),
        "model", topic.model(),
        "rows", Shown.count(topic.rows()),
        "accuracy", Shown.percent(share),
        "interval", Shown.interval(Interval.wilson(share, topic.rows())));
  }
}
