package io.mathscale.eval.grading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.StrictVerdict;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts rows that {@link PredictionGrader} gives by what the strict grader says of them. */
public final class GradedCount {
  private final Map<StrictVerdict, Long> verdicts = new EnumMap<>(StrictVerdict.class);
  private long rows;

  /** Counts a row. */
  public void add(ObjectNode row) {
    rows++;
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
    return graded == rows
        ? text
        : text
            + String.format(Locale.ROOT, "; %,d of them have no grades: see error", rows - graded);
  }

  private long count(StrictVerdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }
}
