package io.mathscale.generator.export.card;

import io.mathscale.generator.audit.AuditCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the audit of decontamination found, as lines for the templates of card and page. */
final class AuditLines {
  private AuditLines() {}

  /** Values by their names in the templates. */
  static Map<String, Object> of(List<AuditCount> audit) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("hasAudit", !audit.isEmpty());
    values.put(
        "altered",
        audit.stream().filter(count -> !count.kind().isControl()).map(AuditLines::line).toList());
    values.put(
        "controls",
        audit.stream().filter(count -> count.kind().isControl()).map(AuditLines::line).toList());
    return values;
  }

  private static Map<String, Object> line(AuditCount count) {
    return Map.of(
        "name", count.name(),
        "planted", String.format(Locale.ROOT, "%,d", count.planted()),
        "share", count.share(),
        "withAnswer", count.shareWithAnswer());
  }
}
