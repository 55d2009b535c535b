package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accuracy by level, subject and length: a table a property, a row a kind, a column a model. */
final class GroupRows {
  private static final Map<String, String> TITLES =
      Map.of(
          "level", "By level of the problem",
          "subject", "By subject of the problem",
          "length", "By length of the text that the model wrote, in characters");

  private final List<GroupAccuracy> accuracies;
  private final List<String> models;

  /**
   * Lays accuracies out.
   *
   * @param models the models in the order of the columns
   */
  GroupRows(List<GroupAccuracy> accuracies, List<String> models) {
    this.accuracies = List.copyOf(accuracies);
    this.models = List.copyOf(models);
  }

  private record Kind(int position, String name) {
    private static final Comparator<Kind> ORDER =
        Comparator.comparingInt(Kind::position).thenComparing(Kind::name);
  }

  /** The tables of properties that are known. */
  List<Map<String, Object>> all() {
    return List.of("level", "subject", "length").stream()
        .filter(property -> accuracies.stream().anyMatch(one -> one.property().equals(property)))
        .map(
            property ->
                Map.of("title", TITLES.get(property), "models", models, "kinds", kinds(property)))
        .toList();
  }

  /** What answers of these kinds are found by, in the order shown. */
  List<String> filters() {
    return List.of("level", "subject", "length").stream()
        .flatMap(
            property ->
                accuracies.stream()
                    .filter(one -> one.property().equals(property))
                    .sorted(
                        Comparator.comparingInt(GroupAccuracy::position)
                            .thenComparing(GroupAccuracy::kind))
                    .map(GroupAccuracy::filter)
                    .distinct())
        .toList();
  }

  private List<Map<String, Object>> kinds(String property) {
    Map<Kind, Map<String, GroupAccuracy>> kinds = new TreeMap<>(Kind.ORDER);
    for (GroupAccuracy accuracy : accuracies) {
      if (accuracy.property().equals(property)) {
        kinds
            .computeIfAbsent(
                new Kind(accuracy.position(), accuracy.kind()), kind -> new TreeMap<>())
            .put(accuracy.model(), accuracy);
      }
    }

    return kinds.entrySet().stream()
        .map(
            kind ->
                Map.of(
                    "kind",
                    kind.getKey().name(),
                    "cells",
                    models.stream().map(model -> cell(kind.getValue().get(model))).toList()))
        .toList();
  }

  private static Map<String, Object> cell(GroupAccuracy accuracy) {
    if (accuracy == null) {
      return Map.of("accuracy", "–", "heat", "0", "rows", "", "link", "", "title", "no answers");
    }

    double share = (double) accuracy.right() / accuracy.rows();
    return Map.of(
        "accuracy", Shown.percent(share),
        "heat", Shown.percent(share),
        "rows", Shown.count(accuracy.rows()),
        "link", SampleLink.toKind(accuracy.model(), accuracy.filter()),
        "title", Shown.interval(Interval.wilson(share, accuracy.rows())));
  }
}
