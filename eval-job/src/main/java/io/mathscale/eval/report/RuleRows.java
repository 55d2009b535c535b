package io.mathscale.eval.report;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.score.VerdictCount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Answers that people should look at, by model and the rule that decided, the most first. */
final class RuleRows {
  private static final int SHOWN = 40;

  private final List<VerdictCount> counts;

  /**
   * Looks at counts.
   *
   * @param counts all graded answers, by rule and verdict
   */
  RuleRows(List<VerdictCount> counts) {
    this.counts = List.copyOf(counts);
  }

  private record ModelRule(String model, String rule) {
    private static final Comparator<ModelRule> ORDER =
        Comparator.comparing(ModelRule::model).thenComparing(ModelRule::rule);
  }

  private record Answers(long rows, VerdictCount example) {
    private Answers plus(Answers other) {
      return new Answers(
          rows + other.rows, example.rows() < other.example.rows() ? other.example : example);
    }
  }

  /** Those of which the strict grader cannot tell. */
  List<Map<String, Object>> undecided() {
    return rows(count -> count.strict() == StrictVerdict.UNDECIDED, "undecided");
  }

  /** Those that were truncated. */
  List<Map<String, Object>> truncated() {
    return rows(VerdictCount::isTruncated, "truncated");
  }

  private List<Map<String, Object>> rows(Predicate<VerdictCount> are, String verdict) {
    Map<ModelRule, Answers> byRule = new TreeMap<>(ModelRule.ORDER);
    for (VerdictCount count : counts) {
      if (are.test(count)) {
        byRule.merge(
            new ModelRule(count.model(), count.rule()),
            new Answers(count.rows(), count),
            Answers::plus);
      }
    }

    return byRule.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<ModelRule, Answers> row) -> -row.getValue().rows()))
        .limit(SHOWN)
        .map(row -> row(row.getKey(), row.getValue(), verdict))
        .toList();
  }

  private Map<String, Object> row(ModelRule key, Answers answers, String verdict) {
    VerdictCount example = answers.example();
    long all =
        counts.stream()
            .filter(count -> count.model().equals(key.model()))
            .mapToLong(VerdictCount::rows)
            .sum();
    return Map.of(
        "model", key.model(),
        "rule", Shown.words(key.rule()),
        "rows", Shown.count(answers.rows()),
        "share", Shown.percent((double) answers.rows() / all),
        "problem", example.dataset() + " · " + example.id(),
        "extracted", Shown.quote(example.extracted()),
        "reference", Shown.quote(example.reference()),
        "link", SampleLink.to(key.model(), "", verdict, key.rule()));
  }
}
