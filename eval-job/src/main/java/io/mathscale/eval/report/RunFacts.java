package io.mathscale.eval.report;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.ToolVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a reader must know of a run to make it again: model, prompt, settings, dates, cost. */
final class RunFacts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StageContext context;
  private final String books;
  private final Map<String, String> facts = new LinkedHashMap<>();

  private RunFacts(StageContext context, String books) {
    this.context = context;
    this.books = books;
  }

  /**
   * The facts by their names, in the order shown; those that are not known are left out.
   *
   * @param books how many outputs were graded, and how many rejected
   */
  static Map<String, String> of(StageContext context, String books) {
    RunFacts facts = new RunFacts(context, books);
    facts.collect();
    return facts.facts;
  }

  private void collect() {
    String path = context.config().outputs().path();
    Optional<Manifest> outputs = context.workspace().manifest(Tables.OUTPUTS.name());
    if (!path.isBlank()) {
      facts.put(
          "Outputs", path + " (made elsewhere: model settings, tokens and cost are not known)");
    } else {
      outputs.ifPresent(this::asked);
    }

    context.workspace().manifest(Tables.BENCHMARK.name()).ifPresent(this::benchmark);
    facts.put("Rows", books);
    facts.put("Scored", TIME.format(context.started()));
    facts.put(
        "Grader that ranks", context.config().score().grader().name().toLowerCase(Locale.ROOT));
    facts.put("Seed", String.valueOf(context.config().seed()));
    facts.put(
        "Versions",
        "MathScale %s, Spark %s".formatted(ToolVersion.get(), context.spark().version()));
  }

  private void asked(Manifest outputs) {
    Map<String, Object> settings = outputs.configuration();
    put("Model", settings, "model.name");
    put("Service", settings, "model.base-url");
    put("Prompt", settings, "infer.template");
    put("Temperature", settings, "infer.temperature");
    put("Longest answer, in tokens", settings, "infer.max-tokens");
    put("Samples of each problem", settings, "infer.samples");
    facts.put("Answered", time(outputs.ended()));
    Manifest.Calls calls = outputs.calls();
    facts.put(
        "Calls",
        String.format(Locale.ROOT, "%,d answered, %,d failed", calls.completed(), calls.failed()));
    facts.put(
        "Tokens",
        String.format(
            Locale.ROOT,
            "%,d in (%,d of them cached), %,d out",
            calls.inputTokens(),
            calls.cachedInputTokens(),
            calls.outputTokens()));
    facts.put(
        "Cost",
        String.format(
            Locale.ROOT, "$%.4f, and $%.4f in doubt", calls.cost(), calls.doubtfulCost()));
  }

  private void benchmark(Manifest benchmark) {
    Object path = benchmark.configuration().getOrDefault("benchmark.path", "");
    facts.put("Benchmark", String.format(Locale.ROOT, "%s, %,d problems", path, benchmark.rows()));
  }

  private void put(String name, Map<String, Object> settings, String key) {
    Object value = settings.get(key);
    if (value != null && !value.toString().isBlank()) {
      facts.put(name, value.toString());
    }
  }

  private static String time(String iso) {
    return TIME.format(Instant.parse(iso));
  }

  /** The facts as rows of a table. */
  static List<Map<String, String>> rows(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> Map.of("name", fact.getKey(), "value", fact.getValue()))
        .toList();
  }
}
