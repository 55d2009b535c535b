package io.mathscale.generator.audit;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.data.AuditedQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Audited questions counted by kind and script, for the manifest and for people. */
public final class AuditCounts {
  private static final String PREFIX = "audit.";
  private static final String PLANTED = ".planted";
  private static final String FOUND = ".found";
  private static final String REMOVED = ".removed";
  private static final String WITH_ANSWER = ".foundWithAnswer";

  private AuditCounts() {}

  /** The counts by name, such as {@code audit.one_word.ideographic.found}. */
  public static SortedMap<String, Long> of(List<AuditedQuestion> questions) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (AuditedQuestion question : questions) {
      String name = name(question.kind(), question.ideographic());
      counts.merge(name + PLANTED, 1L, Long::sum);
      counts.merge(name + FOUND, question.method().isEmpty() ? 0L : 1L, Long::sum);
      counts.merge(name + REMOVED, question.removed() ? 1L : 0L, Long::sum);
      counts.merge(name + WITH_ANSWER, question.foundWithAnswer() ? 1L : 0L, Long::sum);
    }

    return counts;
  }

  private static String name(AuditKind kind, boolean isIdeographic) {
    return PREFIX + kind.name().toLowerCase(Locale.ROOT) + (isIdeographic ? ".ideographic" : "");
  }

  /** The kinds that were planted, in their order, of named counts. */
  public static List<AuditCount> read(Map<String, Long> counts) {
    List<AuditCount> read = new ArrayList<>();
    for (AuditKind kind : AuditKind.values()) {
      for (boolean isIdeographic : new boolean[] {false, true}) {
        String name = name(kind, isIdeographic);
        Optional.ofNullable(counts.get(name + PLANTED))
            .map(
                planted ->
                    new AuditCount(
                        kind,
                        isIdeographic,
                        planted,
                        counts.getOrDefault(name + FOUND, 0L),
                        counts.getOrDefault(name + REMOVED, 0L),
                        counts.getOrDefault(name + WITH_ANSWER, 0L)))
            .ifPresent(read::add);
      }
    }

    return read;
  }

  /** One line for people. */
  public static String text(SortedMap<String, Long> counts) {
    Map<AuditKind, AuditCount> kinds = new LinkedHashMap<>();
    read(counts).forEach(count -> kinds.merge(count.kind(), count, AuditCount::plus));
    List<String> found = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    kinds.forEach(
        (kind, count) -> {
          String text = count.name().replace(" (ideographs)", "") + " " + count.share();
          (kind.isControl() ? removed : found).add(text);
        });
    return "audit: found of altered questions of the benchmark, with 95 %% intervals: %s; clean ones removed: %s"
        .formatted(texts(found), texts(removed));
  }

  private static String texts(List<String> texts) {
    return texts.isEmpty() ? "none were planted" : String.join(", ", texts);
  }
}
