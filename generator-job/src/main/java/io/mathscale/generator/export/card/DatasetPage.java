package io.mathscale.generator.export.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.samskivert.mustache.Mustache;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.model.Json;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.generator.export.facts.CardFacts;
import io.mathscale.generator.export.facts.Lengths;
import io.mathscale.generator.export.facts.Match;
import io.mathscale.generator.export.facts.RejectedRows;
import io.mathscale.generator.export.facts.RowCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code dataset.html}: an export as one page that needs no network. What rows say goes into
 * it as data, which its script shows as text.
 */
public final class DatasetPage {
  /** The file in the folder. */
  public static final String FILE = "dataset.html";

  private static final int LISTED = 40;

  private final CardFacts facts;

  /** The page of these facts. */
  public DatasetPage(CardFacts facts) {
    this.facts = facts;
  }

  /** The HTML. */
  public String html() {
    return Mustache.compiler()
        .defaultValue("")
        .emptyStringIsFalse(true)
        .compile(text("page.mustache"))
        .execute(values());
  }

  private static String text(String resource) {
    try (InputStream stream = DatasetPage.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", facts.config().card().name());
    values.put("rows", number(facts.export().rows()));
    values.put("splits", counts(splits()));
    values.put("origins", counts(facts.rows().origins()));
    values.put("cost", facts.cost().toPlainString());
    values.put("costOfRow", facts.costOfRow().toPlainString());
    values.put("licenses", String.join(", ", facts.licenses()));
    values.put("version", facts.export().toolVersion());
    values.put("ended", facts.export().ended());
    values.put("funnel", funnel());
    values.put("reasons", reasons());
    values.put("hasReasons", !facts.reasons().isEmpty());
    values.put(
        "lengths", List.of(lengths(facts.rows().question()), lengths(facts.rows().solution())));
    values.put("topicCount", number(facts.rows().topicCount()));
    values.put("pointCount", number(facts.rows().pointCount()));
    values.put("topics", counts(facts.rows().topics()));
    values.put("hasTopics", !facts.rows().topics().isEmpty());
    values.put("hasGraph", !facts.graph().nodes().isEmpty());
    values.put("nodes", number(facts.graph().nodes().size()));
    values.put("edges", number(facts.graph().edges().size()));
    values.put("matchKinds", counts(facts.duplicates().kinds()));
    values.put("hasMatches", !facts.duplicates().kinds().isEmpty());
    values.put("matches", facts.duplicates().shown().stream().map(DatasetPage::match).toList());
    values.put("leakKinds", counts(facts.contamination().kinds()));
    values.put("hasLeaks", !facts.contamination().kinds().isEmpty());
    values.put("leaks", facts.contamination().shown().stream().map(DatasetPage::match).toList());
    values.putAll(AuditLines.of(facts.audit()));
    values.put("models", counts(facts.rows().models()));
    values.put("hasModels", !facts.rows().models().isEmpty());
    values.put("calls", calls());
    values.put("hasCalls", !facts.calls().isEmpty());
    values.put("sampled", number(facts.sample().size()));
    values.put("data", data());
    values.put("charts", PageLibraries.charts());
    values.put("formulas", PageLibraries.formulas());
    values.put("formulaStyle", PageLibraries.formulaStyle());
    values.put("script", text("page.js"));
    return values;
  }

  private List<RowCount> splits() {
    return facts.export().splits().entrySet().stream()
        .map(split -> new RowCount(split.getKey(), split.getValue()))
        .toList();
  }

  /**
   * The tables one after the other; bars are as long as their roots, else few rows would be unseen.
   */
  private List<Map<String, Object>> funnel() {
    List<RowCount> steps = new ArrayList<>();
    facts.tables().forEach(table -> steps.add(new RowCount(table.table(), table.rows())));
    steps.add(new RowCount("export", facts.export().rows()));
    long most = steps.stream().mapToLong(RowCount::rows).max().orElse(1);
    List<Map<String, Object>> funnel = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean isTable = i < facts.tables().size();
      String command = isTable ? facts.tables().get(i).producer() : "export";
      funnel.add(
          Map.of(
              "command", command,
              "table", steps.get(i).name(),
              "rows", number(steps.get(i).rows()),
              "rejected", number(facts.rejectedBy(command)),
              "width", percent(Math.sqrt((double) steps.get(i).rows() / Math.max(1, most)))));
    }

    return funnel;
  }

  private List<Map<String, Object>> reasons() {
    long most = facts.reasons().stream().mapToLong(RejectedRows.Reason::rows).max().orElse(1);
    return facts.reasons().stream()
        .map(
            reason ->
                Map.<String, Object>of(
                    "stage", reason.stage(),
                    "reason", reason.reason(),
                    "rows", number(reason.rows()),
                    "width", percent((double) reason.rows() / Math.max(1, most))))
        .toList();
  }

  private static Map<String, Object> lengths(Lengths lengths) {
    long most = lengths.bins().stream().mapToLong(Lengths.Bin::rows).max().orElse(1);
    return Map.of(
        "text", lengths.text(),
        "median", number(lengths.median()),
        "most", number(lengths.most()),
        "longest", number(lengths.longest()),
        "bins",
            lengths.bins().stream()
                .map(
                    bin ->
                        Map.of(
                            "from", number(bin.from()),
                            "to", number(bin.to()),
                            "rows", number(bin.rows()),
                            "width", percent((double) bin.rows() / Math.max(1, most))))
                .toList());
  }

  private static List<Map<String, Object>> counts(List<RowCount> counts) {
    return counts.stream()
        .limit(LISTED)
        .map(count -> Map.<String, Object>of("name", count.name(), "rows", number(count.rows())))
        .toList();
  }

  private static Map<String, Object> match(Match match) {
    return Map.of(
        "kind", match.kind(),
        "score", String.format(Locale.ROOT, "%.2f", match.score()),
        "id", match.id(),
        "text", match.text(),
        "otherId", match.otherId(),
        "otherText", match.otherText());
  }

  private List<Map<String, Object>> calls() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Map.Entry<String, Manifest.Calls> entry : facts.calls().entrySet()) {
      Manifest.Calls calls = entry.getValue();
      lines.add(
          Map.of(
              "stage", entry.getKey(),
              "completed", number(calls.completed()),
              "failed", number(calls.failed()),
              "input", number(calls.inputTokens()),
              "output", number(calls.outputTokens()),
              "cost", calls.cost().toPlainString(),
              "doubtful", calls.doubtfulCost().toPlainString()));
    }

    return lines;
  }

  private String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("rows", facts.sample());
    data.put("points", facts.rows().points());
    data.put("nodes", facts.graph().nodes().stream().map(DatasetPage::node).toList());
    data.put("edges", facts.graph().edges().stream().map(DatasetPage::edge).toList());
    try {
      return inScript(Json.MAPPER.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records of texts can always be written", e);
    }
  }

  /** JSON in a form in which nothing of it can end the script or begin a comment. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static Map<String, Object> node(Concept concept) {
    return Map.of(
        "name", concept.name(),
        "topic", concept.kind() == ConceptKind.TOPIC,
        "seeds", concept.seeds());
  }

  /** Topics come first in an edge, so its kind tells those of its ends. */
  private static Map<String, Object> edge(ConceptEdge edge) {
    boolean isSourceTopic = edge.kind().name().startsWith("TOPIC");
    boolean isTargetTopic = edge.kind().name().endsWith("TOPIC");
    return Map.of(
        "source", edge.source(),
        "sourceTopic", isSourceTopic,
        "target", edge.target(),
        "targetTopic", isTargetTopic,
        "weight", edge.weight());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
