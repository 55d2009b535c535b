package io.mathscale.eval.score;

import io.mathscale.core.config.ScoreConfig;
import io.mathscale.core.config.ScoreConfig.GraderName;
import io.mathscale.eval.metrics.Average;
import io.mathscale.eval.metrics.Interval;
import io.mathscale.eval.metrics.ModelScore;
import io.mathscale.eval.metrics.MwpbenchSet;
import io.mathscale.eval.metrics.Ranking;
import io.mathscale.eval.metrics.SampleSizes;
import io.mathscale.eval.metrics.SetScore;
import io.mathscale.eval.metrics.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/** Lays the scores of models out as text: a table a model, in percent. */
public final class ScoreTable {
  private static final String HEAD = "%-22s %9s %8s %15s %8s %15s %9s %9s %9s%n";
  private static final String ROW = "%-22s %,9d %8s %15s %8s %15s %,9d %,9d %,9d%n";
  private static final String MEAN = "%-22s %9s %8s %15s %8s%n";

  private final ModelScores scores;
  private final ScoreConfig config;
  private final Average average;

  /** The tables of models; the configuration says which average they show. */
  public ScoreTable(ModelScores scores, ScoreConfig config) {
    this.scores = scores;
    this.config = config;
    this.average = scores.average(config.average());
  }

  /** The tables of all models. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (String model : scores.models()) {
      append(text, model);
    }

    if (scores.models().size() > 1) {
      rank(text);
    }

    return text.toString();
  }

  private void rank(StringBuilder text) {
    String grader = config.grader().name().toLowerCase(Locale.ROOT);
    add(text, "%-40s %8s %8s   (%s)%n", "model", "micro", "macro", grader);
    Ranking ranking =
        Ranking.of(
            scores.models().stream()
                .map(model -> scores.of(model, average, config.grader()))
                .toList());
    ranking.ranked().forEach(score -> rank(text, score, ""));
    ranking.unranked().forEach(score -> rank(text, score, "  no rank: " + ranking.reason(score)));
  }

  private static void rank(StringBuilder text, ModelScore score, String note) {
    add(text, "%-40s %8s %8s%s%n", score.model(), share(score.micro()), share(score.macro()), note);
  }

  private void append(StringBuilder text, String model) {
    ModelScore mwpbench = scores.of(model, average, GraderName.MWPBENCH);
    ModelScore strict = scores.of(model, average, GraderName.STRICT);
    add(text, "%s: %s%n", model, average());
    add(
        text,
        HEAD,
        "data set",
        "rows",
        "mwpbench",
        "95 %",
        "strict",
        "95 %",
        "undecided",
        "truncated",
        "missing");
    rows(text, mwpbench.datasets(), strict.datasets());
    means(text, "micro", mwpbench.micro(), strict.micro());
    means(text, "macro", mwpbench.macro(), strict.macro());
    samples(text, mwpbench.total().tally(), strict.total().tally());
    if (mwpbench.gradedSets() < mwpbench.publishedSets()) {
      add(
          text,
          "Averages over %d of %d data sets%s.%n",
          mwpbench.gradedSets(),
          mwpbench.publishedSets(),
          average.isPublished() ? ": not comparable with published ones" : " of the group");
    }

    groups(text, model);
    if (!mwpbench.others().isEmpty()) {
      add(text, "Not counted in this average:%n");
      rows(text, mwpbench.others(), strict.others());
    }

    add(text, "%n");
  }

  private String average() {
    String kind =
        average.isPublished() ? average.name() + " average" : "average of " + average.name();
    String rows =
        average.isCapped()
            ? "the first %,d rows of each data_topic".formatted(config.cap())
            : "all rows";
    return kind
        + ", "
        + rows
        + (average.name().equals(config.average())
            ? ""
            : " (%s counts none of the data sets)".formatted(config.average()));
  }

  /** The averages of groups that are not shown whole. */
  private void groups(StringBuilder text, String model) {
    for (Average group : scores.averages().groups()) {
      ModelScore mwpbench = scores.of(model, group, GraderName.MWPBENCH);
      ModelScore strict = scores.of(model, group, GraderName.STRICT);
      if (!group.equals(average) && mwpbench.gradedSets() > 0) {
        means(text, group.name() + " micro", mwpbench.micro(), strict.micro());
        means(text, group.name() + " macro", mwpbench.macro(), strict.macro());
      }
    }
  }

  private static void rows(
      StringBuilder text, Map<String, SetScore> mwpbench, Map<String, SetScore> strict) {
    StringJoiner unanswered = new StringJoiner(", ", "Without any answer: ", "\n");
    unanswered.setEmptyValue("");
    mwpbench.forEach(
        (key, score) -> {
          if (score.tally().isEmpty()) {
            unanswered.add("%s (%,d missing)".formatted(title(key), score.missing()));
          } else {
            row(text, key, score, strict.get(key));
          }
        });
    text.append(unanswered);
  }

  private static void row(StringBuilder text, String key, SetScore mwpbench, SetScore strict) {
    add(
        text,
        ROW,
        title(key),
        mwpbench.tally().rows(),
        percent(mwpbench.tally().accuracy()),
        interval(mwpbench.tally()),
        percent(strict.tally().accuracy()),
        interval(strict.tally()),
        strict.tally().undecided(),
        mwpbench.tally().truncated(),
        mwpbench.missing());
  }

  private static void means(
      StringBuilder text, String name, OptionalDouble mwpbench, OptionalDouble strict) {
    add(text, MEAN, name, "", share(mwpbench), "", share(strict));
  }

  private static void samples(StringBuilder text, Tally mwpbench, Tally strict) {
    int samples = mwpbench.fewestSamples();
    for (int k : samples < 2 ? List.<Integer>of() : SampleSizes.upTo(samples)) {
      add(text, MEAN, "pass@" + k, "", percent(mwpbench.passAt(k)), "", percent(strict.passAt(k)));
      String name = "maj@" + k;
      add(text, MEAN, name, "", percent(mwpbench.majorityAt(k)), "", percent(strict.majorityAt(k)));
    }
  }

  private static String title(String key) {
    return Arrays.stream(MwpbenchSet.values())
        .filter(set -> set.key().equals(key))
        .map(MwpbenchSet::title)
        .findFirst()
        .orElse(key);
  }

  private static String interval(Tally tally) {
    Interval interval = tally.interval();
    return percent(interval.low()) + "-" + percent(interval.high());
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "-";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
