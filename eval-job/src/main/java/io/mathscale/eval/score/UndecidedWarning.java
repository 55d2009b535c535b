package io.mathscale.eval.score;

import io.mathscale.core.data.StrictVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says where the strict grader leaves too many answers undecided, and why. */
public final class UndecidedWarning {
  private static final int RULES_SHOWN = 3;
  private static final int SETS_SHOWN = 5;
  private static final int MAX_QUOTE = 100;

  private final List<VerdictCount> counts;
  private final double most;

  /**
   * Looks at counts.
   *
   * @param counts all graded answers, by rule and verdict
   * @param most share of the answers of a model to a data set that may be undecided
   */
  public UndecidedWarning(List<VerdictCount> counts, double most) {
    this.counts = List.copyOf(counts);
    this.most = most;
  }

  private record Answers(String model, String dataset, long rows, long undecided) {
    private static Answers of(VerdictCount count) {
      boolean isUndecided = count.strict() == StrictVerdict.UNDECIDED;
      return new Answers(
          count.model(), count.dataset(), count.rows(), isUndecided ? count.rows() : 0);
    }

    private Answers plus(Answers other) {
      return new Answers(model, dataset, rows + other.rows, undecided + other.undecided);
    }

    private double share() {
      return (double) undecided / rows;
    }
  }

  /** The warning, of several lines; empty where no model has too many in any data set. */
  public Optional<String> text() {
    Map<List<String>, Answers> sets = new TreeMap<>(Comparator.comparing(List::toString));
    for (VerdictCount count : counts) {
      sets.merge(
          List.of(count.model(), count.dataset()),
          Answers.of(count),
          (one, other) -> one.plus(other));
    }

    List<Answers> beyond =
        sets.values().stream()
            .filter(set -> set.share() > most)
            .sorted(Comparator.comparingLong((Answers set) -> -set.undecided()))
            .toList();
    return beyond.isEmpty() ? Optional.empty() : Optional.of(text(beyond));
  }

  private String text(List<Answers> beyond) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "score: WARNING: more than %.1f %% of the answers are undecided (score.max-undecided) and"
                + " count as not right; all of them stand in the table undecided",
            100 * most));
    beyond.stream()
        .limit(SETS_SHOWN)
        .forEach(
            set ->
                lines.add(
                    format(
                        "  %,d of %,d (%.1f %%) of %s in %s",
                        set.undecided(),
                        set.rows(),
                        100 * set.share(),
                        set.model(),
                        set.dataset())));
    if (beyond.size() > SETS_SHOWN) {
      lines.add(format("  and %,d more", beyond.size() - SETS_SHOWN));
    }

    rules().forEach(rule -> lines.add(line(rule)));
    return String.join("\n", lines);
  }

  /** The most frequent rules, each with the example of one of its counts. */
  private List<VerdictCount> rules() {
    Map<String, VerdictCount> rules = new TreeMap<>();
    for (VerdictCount count : counts) {
      if (count.strict() == StrictVerdict.UNDECIDED) {
        rules.merge(count.rule(), count, UndecidedWarning::sum);
      }
    }

    return rules.values().stream()
        .sorted(Comparator.comparingLong((VerdictCount count) -> -count.rows()))
        .limit(RULES_SHOWN)
        .toList();
  }

  private static VerdictCount sum(VerdictCount one, VerdictCount other) {
    return new VerdictCount(
        one.model(),
        one.dataset(),
        one.strict(),
        one.mwpbench(),
        one.rule(),
        one.isTruncated(),
        one.rows() + other.rows(),
        one.id(),
        one.extracted(),
        one.reference());
  }

  private static String line(VerdictCount rule) {
    return format(
        "  %s: %,d, such as %s of %s: \"%s\" against \"%s\"",
        rule.rule(),
        rule.rows(),
        rule.id(),
        rule.dataset(),
        quoted(rule.extracted()),
        quoted(rule.reference()));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
