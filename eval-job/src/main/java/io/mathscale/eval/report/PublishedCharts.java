package io.mathscale.eval.report;

import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.eval.metrics.Bootstrap;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.metrics.PublishedScore;
import io.mathscale.eval.metrics.SetScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Charts of the models beside those of the paper, by the released grader as the paper's figures
 * are: by average where all sets are scored, by set. Where our figures are over other problems, the
 * published ones are greyed, with the reason.
 */
final class PublishedCharts {
  private final ReportData data;
  private final List<ModelScore> scores;
  private final List<PublishedScore> published = PublishedScore.all();

  PublishedCharts(ReportData data) {
    this.data = data;
    this.scores = data.config().grader() == GraderName.MWPBENCH ? data.scores() : data.others();
  }

  /** The charts, averages first. */
  List<BarChart> all() {
    List<BarChart> charts = new ArrayList<>();
    List<ModelScore> whole = scores.stream().filter(ModelScore::isComparable).toList();
    if (!whole.isEmpty()) {
      String reason = reason(whole, Arrays.asList(MwpbenchSet.values()));
      charts.add(average("Micro average", whole, ModelScore::micro, Bootstrap::micro, reason));
      charts.add(average("Macro average", whole, ModelScore::macro, Bootstrap::macro, reason));
    }

    for (MwpbenchSet set : MwpbenchSet.values()) {
      List<BarChart.Bar> bars = ours(set);
      if (!bars.isEmpty()) {
        published.forEach(
            score ->
                bars.add(BarChart.Bar.published(score.model(), score.accuracies().get(set.key()))));
        charts.add(new BarChart(set.title(), bars, reason(scores, List.of(set))));
      }
    }

    return charts;
  }

  private BarChart average(
      String title,
      List<ModelScore> whole,
      Function<ModelScore, OptionalDouble> share,
      Function<Bootstrap, Interval> interval,
      String reason) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (ModelScore score : whole) {
      Optional<Interval> ends = score.bootstrap(data.seed()).map(interval);
      bars.add(bar(score.model(), share.apply(score).orElseThrow(), ends.orElseThrow()));
    }

    boolean isMicro = title.startsWith("Micro");
    published.forEach(
        score ->
            bars.add(
                BarChart.Bar.published(score.model(), isMicro ? score.micro() : score.macro())));
    return new BarChart(title, bars, reason);
  }

  private List<BarChart.Bar> ours(MwpbenchSet set) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (ModelScore score : scores) {
      SetScore ours = score.datasets().getOrDefault(set.key(), SetScore.NONE);
      if (!ours.tally().isEmpty()) {
        bars.add(bar(score.model(), ours.tally().accuracy(), ours.tally().interval()));
      }
    }

    return bars;
  }

  /** Why the published figures are over other problems than ours; empty where they are not. */
  private static String reason(List<ModelScore> ours, List<MwpbenchSet> sets) {
    Set<String> reasons = new LinkedHashSet<>();
    for (MwpbenchSet set : sets) {
      for (ModelScore score : ours) {
        SetScore scored = score.datasets().getOrDefault(set.key(), SetScore.NONE);
        long problems = scored.tally().problemCount();
        if (problems > 0 && problems != set.publishedRows()) {
          reasons.add(
              "%s: %,d problems here, %,d there"
                  .formatted(set.title(), problems, set.publishedRows()));
        }
      }
    }

    return String.join("; ", reasons);
  }

  private static BarChart.Bar bar(String model, double share, Interval interval) {
    return new BarChart.Bar(model, 100 * share, List.of(interval));
  }
}
