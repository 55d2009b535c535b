package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Bootstrap;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.Ranking;
import io.mathscale.eval.metrics.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The averages of models as rows of the report's tables.
 *
 * @param seed the run's seed, which the intervals are drawn with
 */
record AverageRows(long seed) {
  /** The rows of scores, in their order. */
  List<Map<String, Object>> of(List<ModelScore> scores) {
    return scores.stream().map(score -> row(score, "")).toList();
  }

  /** The scores of models that have no rank, with the reason why. */
  List<Map<String, Object>> unranked(Ranking ranking) {
    return ranking.unranked().stream().map(score -> row(score, ranking.reason(score))).toList();
  }

  private Map<String, Object> row(ModelScore score, String reason) {
    Optional<Bootstrap> bootstrap = score.bootstrap(seed);
    Tally tally = score.total().tally();
    return Map.ofEntries(
        Map.entry("model", score.model()),
        Map.entry("link", SampleLink.to(score.model(), "", "", "")),
        Map.entry("average", score.average().name()),
        Map.entry("rows", Shown.count(tally.rows())),
        Map.entry("problems", Shown.count(tally.problemCount())),
        Map.entry("sets", "%d of %d".formatted(score.gradedSets(), score.publishedSets())),
        Map.entry("micro", Shown.percent(score.micro())),
        Map.entry("microInterval", bootstrap.map(Bootstrap::micro).map(Shown::interval).orElse("")),
        Map.entry("macro", Shown.percent(score.macro())),
        Map.entry("macroInterval", bootstrap.map(Bootstrap::macro).map(Shown::interval).orElse("")),
        Map.entry("smallest", tally.isEmpty() ? "–" : Shown.percent(tally.smallestDifference())),
        Map.entry("undecided", Shown.count(tally.undecided())),
        Map.entry("truncated", Shown.count(tally.truncated())),
        Map.entry("missing", Shown.count(score.total().missing())),
        Map.entry("reason", reason));
  }
}
