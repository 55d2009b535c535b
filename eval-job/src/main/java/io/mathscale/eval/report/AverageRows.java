package io.mathscale.eval.report;

import io.mathscale.eval.metrics.Bootstrap;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The averages of models as rows of the report's tables.
 *
 * @param seed the run's seed, which the intervals are drawn with
 */
record AverageRows(long seed) {
  /** The rows of scores, in their order. */
  List<Map<String, Object>> of(List<ModelScore> scores) {
    return scores.stream().map(this::row).toList();
  }

  private Map<String, Object> row(ModelScore score) {
    Optional<Bootstrap> bootstrap = score.bootstrap(seed);
    return Map.of(
        "model", score.model(),
        "average", score.average().name(),
        "rows", "%,d".formatted(score.total().tally().rows()),
        "sets", "%d of %d".formatted(score.gradedSets(), score.publishedSets()),
        "micro", share(score.micro()),
        "microInterval", bootstrap.map(Bootstrap::micro).map(AverageRows::interval).orElse(""),
        "macro", share(score.macro()),
        "macroInterval", bootstrap.map(Bootstrap::macro).map(AverageRows::interval).orElse(""));
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "–";
  }

  /** An interval in percent, to one decimal. */
  static String interval(Interval interval) {
    return percent(interval.low()) + "–" + percent(interval.high());
  }

  /** A share in percent, to one decimal. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
