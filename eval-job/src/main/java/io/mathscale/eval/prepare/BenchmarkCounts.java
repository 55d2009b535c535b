package io.mathscale.eval.prepare;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Averages;
import io.mathscale.eval.metrics.MwpbenchSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the problems of a benchmark by data set, those of MWPBench beside what the paper counts,
 * and those whose question stands in the set before, or in another set. Only white space and case
 * may differ.
 */
public final class BenchmarkCounts {
  private static final String ROW = "%-24s %9s %9s%n";
  private static final String PAPER_ROW = "%-24s %9s %12s %12s %9s%n";

  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final SortedMap<String, Long> repeated = new TreeMap<>();
  private final SortedMap<String, Long> shared = new TreeMap<>();

  private final Averages averages;

  private BenchmarkCounts(Averages averages) {
    this.averages = averages;
  }

  /**
   * The counts of problems.
   *
   * @param groups data sets by the name of the average that is made of them
   */
  public static BenchmarkCounts of(List<Problem> problems, Map<String, List<String>> groups) {
    Averages averages = Averages.of(groups);
    BenchmarkCounts counts = new BenchmarkCounts(averages);
    Map<String, Set<String>> setsOfQuestion = new HashMap<>();
    for (Problem problem : problems) {
      String set = averages.key(problem.dataset());
      counts.rows.merge(set, 1L, Long::sum);
      String question = problem.question().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      if (!setsOfQuestion.computeIfAbsent(question, key -> new TreeSet<>()).add(set)) {
        counts.repeated.merge(set, 1L, Long::sum);
      }
    }

    setsOfQuestion.values().forEach(counts::share);
    return counts;
  }

  private void share(Set<String> sets) {
    List<String> names = new ArrayList<>(sets);
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        shared.merge(names.get(i) + " and " + names.get(j), 1L, Long::sum);
      }
    }
  }

  /** Problems by data set. */
  SortedMap<String, Long> rows() {
    return rows;
  }

  /** Problems whose question stands in their data set before, by data set. */
  SortedMap<String, Long> repeated() {
    return repeated;
  }

  /** Distinct questions in two data sets, by {@code one and other}. */
  SortedMap<String, Long> shared() {
    return shared;
  }

  /** A table for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (rows.keySet().stream().anyMatch(set -> MwpbenchSet.of(set).isPresent())) {
      addBesidePaper(text);
    } else {
      add(text, ROW, "data set", "rows", "repeated");
      rows.forEach((set, count) -> add(text, ROW, set, count, repeated.getOrDefault(set, 0L)));
    }

    shared.forEach((sets, count) -> add(text, "%,d questions stand in %s%n", count, sets));
    for (Average group : averages.groups()) {
      add(text, "group %s: %s%n", group.name(), String.join(", ", group.datasets()));
    }

    return text.toString().stripTrailing();
  }

  private void addBesidePaper(StringBuilder text) {
    add(text, PAPER_ROW, "data set", "rows", "paper test", "paper train", "repeated");
    for (Map.Entry<String, Long> entry : rows.entrySet()) {
      Optional<MwpbenchSet> set = MwpbenchSet.of(entry.getKey());
      add(
          text,
          PAPER_ROW,
          entry.getKey(),
          entry.getValue(),
          set.map(known -> String.valueOf(known.testRows())).orElse("-"),
          set.map(known -> String.valueOf(known.trainRows())).orElse("-"),
          repeated.getOrDefault(entry.getKey(), 0L));
    }
  }

  /**
   * What users are told of sets of MWPBench with more problems than the paper tests: the folders of
   * their publishers hold questions for training as well. Empty where none has.
   */
  public Optional<String> warning() {
    List<String> larger = new ArrayList<>();
    rows.forEach(
        (key, count) ->
            MwpbenchSet.of(key)
                .filter(set -> count > set.testRows())
                .ifPresent(
                    set ->
                        larger.add(
                            String.format(
                                Locale.ROOT, "%s %,d for %,d", key, count, set.testRows()))));
    return larger.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "WARNING: more problems than the paper tests, those for training among them? "
                + String.join(", ", larger));
  }

  /**
   * Checks that each data set of a group has problems.
   *
   * @throws ConfigException when one has none
   */
  public void requireGroups(List<Problem> problems) {
    for (Average group : averages.groups()) {
      requireDatasets("benchmark.groups." + group.name(), group.datasets(), problems);
    }
  }

  /**
   * Checks that each data set has problems.
   *
   * @param key where they stand in the configuration
   * @throws ConfigException when one has none
   */
  public void requireDatasets(String key, List<String> datasets, List<Problem> problems) {
    for (String dataset : datasets) {
      if (problems.stream().noneMatch(problem -> Average.holds(dataset, problem.dataset()))) {
        throw new ConfigException(
            "%s must name data sets of the benchmark (%s): %s"
                .formatted(key, String.join(", ", rows.keySet()), dataset));
      }
    }
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
