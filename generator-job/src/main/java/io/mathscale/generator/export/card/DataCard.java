package io.mathscale.generator.export.card;

import com.samskivert.mustache.Mustache;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.generator.export.ExportManifest;
import io.mathscale.generator.export.facts.CardFacts;
import io.mathscale.generator.export.facts.Lengths;
import io.mathscale.generator.export.facts.RejectedRows;
import io.mathscale.generator.export.facts.RowCount;
import io.mathscale.generator.export.facts.RowFacts;
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

/**
 * Writes the data card, {@code README.md}: front matter for the hub, and what the manifests tell.
 */
public final class DataCard {
  /** The file in the folder. */
  public static final String FILE = "README.md";

  private static final String TEMPLATE = "card.mustache";
  private static final int EXAMPLES = 2;
  private static final int EXAMPLE_CHARS = 160;
  private static final int NAME_CHARS = 80;
  private static final int LISTED = 20;

  private final CardFacts facts;

  /** The card of these facts. */
  public DataCard(CardFacts facts) {
    this.facts = facts;
  }

  /** The Markdown. */
  public String markdown() {
    try (InputStream stream = DataCard.class.getResourceAsStream(TEMPLATE);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return Mustache.compiler()
          .escapeHTML(false)
          .emptyStringIsFalse(true)
          .compile(reader)
          .execute(values());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TEMPLATE, e);
    }
  }

  private Map<String, Object> values() {
    ExportManifest export = facts.export();
    RowFacts rows = facts.rows();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("frontMatter", new FrontMatter(facts).yaml());
    values.put("name", facts.config().card().name());
    values.put("rows", number(export.rows()));
    values.put("origins", counts(rows.origins()));
    values.put("tool", export.toolVersion());
    values.put("spark", export.sparkVersion());
    values.put("ended", export.ended());
    values.put("tables", facts.tables().stream().map(this::table).toList());
    values.put("leftOut", leftOut());
    values.put("reasons", facts.reasons().stream().map(DataCard::reason).toList());
    values.put("matches", matches());
    values.putAll(AuditLines.of(facts.audit()));
    values.put("layouts", layouts());
    values.put("lengths", List.of(lengths(rows.question()), lengths(rows.solution())));
    values.put("topicCount", number(rows.topicCount()));
    values.put("pointCount", number(rows.pointCount()));
    values.put("topics", counts(rows.topics()));
    values.put("models", counts(rows.models()));
    values.put("datasets", counts(rows.datasets()));
    values.put("licenses", counts(rows.licenses()));
    values.put("unlicensed", number(without(rows.licenses())));
    values.put("languages", counts(rows.languages()));
    values.put("unknownLanguage", number(without(rows.languages())));
    values.put("hasPassRates", !rows.passRates().isEmpty());
    values.put("passRates", counts(rows.passRates()));
    values.put("unknownPassRate", number(without(rows.passRates())));
    values.put("flags", counts(rows.flags()));
    values.put("calls", calls());
    values.put("hasCalls", !facts.calls().isEmpty());
    values.put("cost", facts.cost().toPlainString());
    values.put("costOfRow", facts.costOfRow().toPlainString());
    long agreed = facts.rows().agreed();
    values.put("agreed", agreed == 0 ? "" : number(agreed));
    values.put("costOfAgreed", agreed == 0 ? "" : facts.costOfAgreed().toPlainString());
    values.put("commands", String.join(" ", facts.commands()));
    values.put("configuration", configuration(export));
    return values;
  }

  /** What duplicates and decontamination counted, as their tables tell it. */
  private List<Map<String, Object>> matches() {
    List<Map<String, Object>> matches = new ArrayList<>();
    for (Manifest table : facts.findings()) {
      matches.add(Map.of("name", "`" + table.table() + "`", "count", number(table.rows())));
      table
          .counts()
          .forEach(
              (name, count) ->
                  matches.add(
                      Map.of(
                          "name",
                          "`%s`, %s".formatted(table.table(), Markdown.cell(name, NAME_CHARS)),
                          "count",
                          number(count))));
    }

    return matches;
  }

  private Map<String, Object> table(Manifest table) {
    return Map.of(
        "command", table.producer(),
        "table", table.table(),
        "rows", number(table.rows()),
        "rejected", number(facts.rejectedBy(table.producer())));
  }

  private List<Map<String, Object>> leftOut() {
    List<Map<String, Object>> lines = new ArrayList<>();
    facts
        .export()
        .leftOut()
        .forEach(
            (reason, rows) -> {
              if (rows > 0) {
                lines.add(Map.of("reason", ExportManifest.words(reason), "rows", number(rows)));
              }
            });
    return lines;
  }

  private static Map<String, Object> reason(RejectedRows.Reason reason) {
    return Map.of(
        "stage", reason.stage(),
        "reason", reason.reason(),
        "rows", number(reason.rows()),
        "examples",
            reason.examples().stream()
                .limit(EXAMPLES)
                .map(
                    example ->
                        Map.of(
                            "id", Markdown.cell(example.id(), NAME_CHARS),
                            "detail", Markdown.cell(example.detail(), EXAMPLE_CHARS),
                            "content", Markdown.cell(example.content(), EXAMPLE_CHARS)))
                .toList());
  }

  private List<Map<String, Object>> layouts() {
    Map<String, long[]> sums = new LinkedHashMap<>();
    facts
        .export()
        .files()
        .forEach(
            file -> {
              long[] sum =
                  sums.computeIfAbsent(file.layout() + "/" + file.split(), key -> new long[3]);
              sum[0]++;
              sum[1] += file.rows();
              sum[2] += file.bytes();
            });
    List<Map<String, Object>> lines = new ArrayList<>();
    sums.forEach(
        (folder, sum) ->
            lines.add(
                Map.of(
                    "folder", folder,
                    "files", number(sum[0]),
                    "rows", number(sum[1]),
                    "bytes", number(sum[2]))));
    return lines;
  }

  private static Map<String, Object> lengths(Lengths lengths) {
    return Map.of(
        "text", lengths.text(),
        "shortest", number(lengths.shortest()),
        "median", number(lengths.median()),
        "most", number(lengths.most()),
        "longest", number(lengths.longest()));
  }

  private long without(List<RowCount> counts) {
    return facts.export().rows() - counts.stream().mapToLong(RowCount::rows).sum();
  }

  private static List<Map<String, Object>> counts(List<RowCount> counts) {
    return counts.stream()
        .limit(LISTED)
        .map(
            count ->
                Map.<String, Object>of(
                    "name", Markdown.cell(count.name(), NAME_CHARS), "rows", number(count.rows())))
        .toList();
  }

  private List<Map<String, Object>> calls() {
    List<Map<String, Object>> lines = new ArrayList<>();
    facts
        .calls()
        .forEach(
            (stage, calls) ->
                lines.add(
                    Map.of(
                        "stage", stage,
                        "completed", number(calls.completed()),
                        "failed", number(calls.failed()),
                        "input", number(calls.inputTokens()),
                        "output", number(calls.outputTokens()),
                        "cost", calls.cost().toPlainString(),
                        "doubtful", calls.doubtfulCost().toPlainString())));
    return lines;
  }

  private static List<Map<String, Object>> configuration(ExportManifest export) {
    List<Map<String, Object>> lines = new ArrayList<>();
    export
        .configuration()
        .forEach(
            (key, value) ->
                lines.add(
                    Map.of(
                        "key", Markdown.cell(key, NAME_CHARS),
                        "value", Markdown.cell(String.valueOf(value), EXAMPLE_CHARS))));
    return lines;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
