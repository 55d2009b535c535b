package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Bootstrap;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.metrics.PublishedScore;
import io.mathscale.eval.metrics.SetScore;
import java.util.ArrayList;
import java.util.List;

/** Charts of the models beside those of the paper: by average where all sets are scored, by set. */
final class PublishedCharts {
  private final ReportData data;
  private final List<PublishedScore> published = PublishedScore.all();

  PublishedCharts(ReportData data) {
    this.data = data;
  }

  /** The charts, averages first. */
  List<BarChart> all() {
    List<BarChart> charts = new ArrayList<>();
    List<ModelScore> whole =
        data.scores().stream().filter(ModelScore::isComparable).toList();
    if (!whole.isEmpty()) {
      charts.add(new BarChart("Micro average", micro(whole)));
      charts.add(new BarChart("Macro average", macro(whole)));
    }

    for (MwpbenchSet set : MwpbenchSet.values()) {
      List<BarChart.Bar> bars = ours(set);
      if (!bars.isEmpty()) {
        published.forEach(
            score ->
                bars.add(BarChart.Bar.published(score.model(), score.accuracies().get(set.key()))));
        charts.add(new BarChart(set.title(), bars));
      }
    }

    return charts;
  }

  private List<BarChart.Bar> micro(List<ModelScore> scores) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (ModelScore score : scores) {
      Interval interval = score.bootstrap(data.seed()).map(Bootstrap::micro).orElseThrow();
      bars.add(bar(score.model(), score.micro().orElseThrow(), interval));
    }

    published.forEach(score -> bars.add(BarChart.Bar.published(score.model(), score.micro())));
    return bars;
  }

  private List<BarChart.Bar> macro(List<ModelScore> scores) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (ModelScore score : scores) {
      Interval interval = score.bootstrap(data.seed()).map(Bootstrap::macro).orElseThrow();
      bars.add(bar(score.model(), score.macro().orElseThrow(), interval));
    }

    published.forEach(score -> bars.add(BarChart.Bar.published(score.model(), score.macro())));
    return bars;
  }

  private List<BarChart.Bar> ours(MwpbenchSet set) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (ModelScore score : data.scores()) {
      SetScore ours = score.datasets().getOrDefault(set.key(), SetScore.NONE);
      if (!ours.tally().isEmpty()) {
        bars.add(bar(score.model(), ours.tally().accuracy(), ours.tally().interval()));
      }
    }

    return bars;
  }

  private static BarChart.Bar bar(String model, double share, Interval interval) {
    return new BarChart.Bar(model, 100 * share, List.of(interval));
  }
}
