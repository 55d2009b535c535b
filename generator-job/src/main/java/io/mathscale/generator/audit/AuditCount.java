package io.mathscale.generator.audit;

import io.mathscale.core.data.AuditKind;
import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * What was found of the questions of one kind and script.
 *
 * @param kind how they were made
 * @param ideographic whether they are written in ideographs
 * @param planted how many there were
 * @param found those like a problem of the benchmark
 * @param removed those that would have been kept out of the training data
 * @param foundWithAnswer those found where the row has the right answer too
 */
public record AuditCount(
    AuditKind kind,
    boolean ideographic,
    long planted,
    long found,
    long removed,
    long foundWithAnswer) {
  private static final double CONFIDENCE = 0.95;
  private static final double PERCENT = 100;

  /** The name of the kind for people. */
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (ideographic ? " (ideographs)" : "");
  }

  /**
   * What the audit asks: of altered questions the share found, of clean ones the share wrongly
   * removed; with its interval of 95 % (Wilson 1927).
   */
  public String share() {
    return share(kind.isControl() ? removed : found);
  }

  /** The share found where rows have the right answer, with its interval. */
  public String shareWithAnswer() {
    return share(foundWithAnswer);
  }

  private String share(long hits) {
    ConfidenceInterval interval =
        new WilsonScoreInterval()
            .createInterval(Math.toIntExact(planted), Math.toIntExact(hits), CONFIDENCE);
    return String.format(
        Locale.ROOT,
        "%.1f %% (%.1f–%.1f %%)",
        PERCENT * hits / planted,
        PERCENT * Math.max(0, interval.getLowerBound()),
        PERCENT * Math.min(1, interval.getUpperBound()));
  }

  /** The sum of two counts of one kind; written together. */
  AuditCount plus(AuditCount other) {
    return new AuditCount(
        kind,
        ideographic && other.ideographic,
        planted + other.planted,
        found + other.found,
        removed + other.removed,
        foundWithAnswer + other.foundWithAnswer);
  }
}
