package io.mathscale.eval.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.metrics.Average;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts rows that {@link PredictionGrader} gives by what the strict grader says of them. */
public final class GradedCount {
  private final Map<StrictVerdict, Long> verdicts = new EnumMap<>(StrictVerdict.class);
  private final Set<String> unmatched;
  private long rows;

  /**
   * No rows.
   *
   * @param datasets the names of data sets that rows are to be of
   */
  public GradedCount(List<String> datasets) {
    this.unmatched = new LinkedHashSet<>(datasets);
  }

  /** Counts a row. */
  public void add(ObjectNode row) {
    rows++;
    unmatched.removeIf(key -> Average.holds(key, row.path("dataset").asText("")));
    if (row.path("strict").isTextual()) {
      verdicts.merge(StrictVerdict.valueOf(row.get("strict").textValue()), 1L, Long::sum);
    }
  }

  /** The counts as a line for people. */
  public String text(Path output) {
    String text =
        String.format(
            Locale.ROOT,
            "grade: %,d rows written to %s: %,d right, %,d wrong, %,d undecided",
            rows,
            output,
            count(StrictVerdict.RIGHT),
            count(StrictVerdict.WRONG),
            count(StrictVerdict.UNDECIDED));
    long graded = verdicts.values().stream().mapToLong(Long::longValue).sum();
    if (graded < rows) {
      text += String.format(Locale.ROOT, "; %,d of them have no grades: see error", rows - graded);
    }

    return unmatched.isEmpty()
        ? text
        : text
            + "\ngrade: WARNING: no row is of a data set that --answer-dataset names: "
            + String.join(", ", unmatched);
  }

  private long count(StrictVerdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }
}
