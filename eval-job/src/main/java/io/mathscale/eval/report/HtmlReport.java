package io.mathscale.eval.report;

import static io.mathscale.eval.report.AverageRows.interval;
import static io.mathscale.eval.report.AverageRows.percent;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.mathscale.core.data.Verdict;
import io.mathscale.core.workspace.ToolVersion;
import io.mathscale.eval.compare.Comparison;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.metrics.Pairing;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a report as one HTML file that needs no network, for screens and paper. Its charts are
 * tables where scripts do not run.
 */
public final class HtmlReport {
  private static final String TEMPLATE = "report.mustache";

  /** So many characters of a completion are shown. */
  private static final int MAX_SHOWN = 3_000;

  private final ReportData data;

  /** The report of these scores. */
  public HtmlReport(ReportData data) {
    this.data = data;
  }

  /** The HTML. */
  public String html() {
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
    String grader = lower(data.config().grader());
    values.put("version", ToolVersion.get());
    values.put("average", data.average().name());
    values.put("capped", data.average().isCapped());
    values.put("cap", "%,d".formatted(data.config().cap()));
    values.put("grader", grader);
    values.put("otherGrader", grader.equals("strict") ? "mwpbench" : "strict");
    values.put("benchmark", data.isOfMwpbench() ? "MWPBench" : "the benchmark");
    AverageRows averages = new AverageRows(data.seed());
    values.put("ranking", averages.of(data.scores()));
    values.put("groups", averages.of(data.groups()));
    values.put("hasGroups", !data.groups().isEmpty());
    values.put("models", models());
    values.put("charts", new PublishedCharts(data).all().stream().map(BarChart::values).toList());
    values.put("hasCharts", data.isOfMwpbench());
    values.put("library", ChartScripts.library());
    values.put("drawing", ChartScripts.drawing());
    values.put("comparisons", data.comparisons().stream().map(HtmlReport::comparison).toList());
    values.put("hasComparisons", !data.comparisons().isEmpty());
    values.put("disagreementCount", "%,d".formatted(data.disagreementCount()));
    values.put(
        "disagreements", data.disagreements().stream().map(HtmlReport::disagreement).toList());
    values.put("hasDisagreements", !data.disagreements().isEmpty());
    values.put("topics", data.lowestTopics().stream().map(HtmlReport::topic).toList());
    values.put("hasTopics", !data.lowestTopics().isEmpty());
    values.put("rights", samples(true));
    values.put("wrongs", samples(false));
    return values;
  }

  private List<Map<String, Object>> models() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (int i = 0; i < data.scores().size(); i++) {
      ModelScore score = data.scores().get(i);
      ModelScore other = data.others().get(i);
      models.add(
          Map.of(
              "model", score.model(),
              "sets", sets(score.datasets(), other.datasets()),
              "subsets", sets(score.subsets(), other.subsets()),
              "hasSubsets", isAnyGraded(score.subsets()),
              "apart", sets(score.others(), other.others()),
              "hasApart", isAnyGraded(score.others()),
              "unanswered", unanswered(score)));
    }

    return models;
  }

  private static List<Map<String, Object>> sets(
      Map<String, SetScore> scores, Map<String, SetScore> others) {
    return scores.entrySet().stream()
        .filter(entry -> !entry.getValue().tally().isEmpty())
        .map(entry -> set(entry.getKey(), entry.getValue(), others.get(entry.getKey())))
        .toList();
  }

  private static boolean isAnyGraded(Map<String, SetScore> scores) {
    return scores.values().stream().anyMatch(score -> !score.tally().isEmpty());
  }

  private static String unanswered(ModelScore score) {
    return score.datasets().entrySet().stream()
        .filter(entry -> entry.getValue().tally().isEmpty())
        .map(entry -> "%s (%,d)".formatted(title(entry.getKey()), entry.getValue().missing()))
        .collect(Collectors.joining(", "));
  }

  private static String title(String key) {
    return MwpbenchSet.of(key)
        .filter(set -> set.key().equals(key))
        .map(MwpbenchSet::title)
        .orElse(key);
  }

  private static Map<String, Object> set(String key, SetScore score, SetScore other) {
    Tally tally = score.tally();
    long undecided = tally.undecided() + other.tally().undecided();
    return Map.of(
        "name", title(key),
        "rows", "%,d".formatted(tally.rows()),
        "accuracy", percent(tally.accuracy()),
        "interval", interval(tally.interval()),
        "other", percent(other.tally().accuracy()),
        "undecided", "%,d".formatted(undecided),
        "truncated", "%,d".formatted(tally.truncated()),
        "missing", "%,d".formatted(score.missing()));
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    List<Map<String, Object>> rows = new ArrayList<>();
    comparison.datasets().forEach((key, pairing) -> rows.add(pairing(title(key), pairing)));
    if (rows.size() > 1) {
      rows.add(pairing("all", comparison.total()));
    }

    return Map.of("first", comparison.first(), "second", comparison.second(), "rows", rows);
  }

  private static Map<String, Object> pairing(String name, Pairing pairing) {
    Interval interval = pairing.interval();
    double chance = pairing.mcNemar();
    return Map.of(
        "name", name,
        "problems", "%,d".formatted(pairing.problems()),
        "first", percent(pairing.first()),
        "second", percent(pairing.second()),
        "difference", signed(pairing.difference()),
        "interval", signed(interval.low()) + " to " + signed(interval.high()),
        "lost", "%,d".formatted(pairing.onlyFirst()),
        "won", "%,d".formatted(pairing.onlySecond()),
        "chance", chance < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", chance));
  }

  private static Map<String, Object> disagreement(Verdict verdict) {
    return Map.of(
        "id", verdict.id(),
        "model", verdict.model(),
        "extracted", shown(verdict.extracted()),
        "reference", shown(verdict.reference()),
        "mwpbench", verdict.mwpbench() ? "right" : "wrong",
        "strict", lower(verdict.strict()),
        "rule", words(verdict.rule()));
  }

  private static Map<String, Object> topic(TopicAccuracy topic) {
    Interval interval = Interval.wilson((double) topic.right() / topic.rows(), topic.rows());
    return Map.of(
        "topic", topic.topic(),
        "model", topic.model(),
        "rows", "%,d".formatted(topic.rows()),
        "accuracy", percent((double) topic.right() / topic.rows()),
        "interval", interval(interval));
  }

  private List<Map<String, Object>> samples(boolean isRight) {
    return data.samples().stream()
        .filter(sample -> sample.isRight() == isRight)
        .map(HtmlReport::sample)
        .toList();
  }

  private static Map<String, Object> sample(SampleAnswer sample) {
    return Map.of(
        "id", sample.id(),
        "dataset", sample.dataset(),
        "model", sample.model(),
        "question", shown(sample.question()),
        "completion", shown(sample.completion()),
        "extracted", shown(sample.extracted()),
        "reference", shown(sample.reference()),
        "rule", words(sample.rule()));
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + " …";
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share).replace('-', '−');
  }

  private static String words(String rule) {
    return rule.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
