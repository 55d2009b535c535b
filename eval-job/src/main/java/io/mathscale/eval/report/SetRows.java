package io.mathscale.eval.report;

import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The scores of models by data set: a table a model, and one of all as a heat map. */
final class SetRows {
  private final ReportData data;

  SetRows(ReportData data) {
    this.data = data;
  }

  /** A table a model: its data sets, their subjects, and what is not counted. */
  List<Map<String, Object>> models() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (int i = 0; i < data.scores().size(); i++) {
      ModelScore score = data.scores().get(i);
      ModelScore other = data.others().get(i);
      models.add(
          Map.of(
              "isOpen", data.scores().size() == 1,
              "model", score.model(),
              "sets", sets(score.model(), score.datasets(), other.datasets()),
              "subsets", sets(score.model(), score.subsets(), other.subsets()),
              "hasSubsets", isAnyGraded(score.subsets()),
              "apart", sets(score.model(), score.others(), other.others()),
              "hasApart", isAnyGraded(score.others()),
              "unanswered", unanswered(score)));
    }

    return models;
  }

  /** The columns of the heat map: data sets that any model answered. */
  List<String> columns() {
    return keys().stream().map(SetRows::title).toList();
  }

  /** The rows of the heat map, in the order of the scores. */
  List<Map<String, Object>> heat() {
    Set<String> keys = keys();
    return data.scores().stream()
        .map(
            score ->
                Map.of(
                    "model",
                    score.model(),
                    "cells",
                    keys.stream().map(key -> cell(score, key)).toList()))
        .toList();
  }

  private Set<String> keys() {
    return data.scores().stream()
        .flatMap(score -> all(score).entrySet().stream())
        .filter(entry -> !entry.getValue().tally().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<String, SetScore> all(ModelScore score) {
    Map<String, SetScore> all = new LinkedHashMap<>(score.datasets());
    score.others().forEach(all::putIfAbsent);
    return all;
  }

  private static Map<String, Object> cell(ModelScore score, String key) {
    Tally tally = all(score).getOrDefault(key, SetScore.NONE).tally();
    return tally.isEmpty()
        ? Map.of("accuracy", "–", "heat", "0", "link", "", "title", "no answers")
        : Map.of(
            "accuracy", Shown.percent(tally.accuracy()),
            "heat", Shown.percent(tally.accuracy()),
            "link", SampleLink.to(score.model(), key, "wrong", ""),
            "title",
                "%s of %s: %s, %,d problems"
                    .formatted(
                        score.model(),
                        title(key),
                        Shown.interval(tally.interval()),
                        tally.problemCount()));
  }

  private static List<Map<String, Object>> sets(
      String model, Map<String, SetScore> scores, Map<String, SetScore> others) {
    return scores.entrySet().stream()
        .filter(entry -> !entry.getValue().tally().isEmpty())
        .map(entry -> set(model, entry.getKey(), entry.getValue(), others.get(entry.getKey())))
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

  /** The name of a data set in the paper, or else its key. */
  static String title(String key) {
    return MwpbenchSet.of(key)
        .filter(set -> set.key().equals(key))
        .map(MwpbenchSet::title)
        .orElse(key);
  }

  private static Map<String, Object> set(String model, String key, SetScore score, SetScore other) {
    Tally tally = score.tally();
    // Undecided answers are told by the strict grader alone, whichever of the two it is.
    long undecided = tally.undecided() + other.tally().undecided();
    return Map.ofEntries(
        Map.entry("name", title(key)),
        Map.entry("rows", Shown.count(tally.rows())),
        Map.entry("accuracy", Shown.percent(tally.accuracy())),
        Map.entry("interval", Shown.interval(tally.interval())),
        Map.entry("smallest", Shown.percent(tally.smallestDifference())),
        Map.entry("other", Shown.percent(other.tally().accuracy())),
        Map.entry("undecided", Shown.count(undecided)),
        Map.entry("undecidedLink", SampleLink.to(model, key, "undecided", "")),
        Map.entry("truncated", Shown.count(tally.truncated())),
        Map.entry("truncatedLink", SampleLink.to(model, key, "truncated", "")),
        Map.entry("missing", Shown.count(score.missing())),
        Map.entry("wrongLink", SampleLink.to(model, key, "wrong", "")));
  }
}
