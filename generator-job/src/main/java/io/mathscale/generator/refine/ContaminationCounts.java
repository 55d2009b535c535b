package io.mathscale.generator.refine;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.ContaminationMethod;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of training data like problems of the benchmark, counted by name. */
public final class ContaminationCounts {
  private static final Map<ContaminationMethod, String> NAMES =
      Map.of(
          ContaminationMethod.EXACT, "exactLeaks",
          ContaminationMethod.NEAR, "nearLeaks",
          ContaminationMethod.NUMBER_SWAP, "numberSwaps",
          ContaminationMethod.EMBEDDING, "alikeInMeaning");

  private ContaminationCounts() {}

  /** Rows, not problems, of each method: a row that is like problems of two files counts once. */
  public static SortedMap<String, Long> of(Dataset<Contamination> contamination) {
    SortedMap<String, Long> counts = new TreeMap<>();
    NAMES.values().forEach(name -> counts.put(name, 0L));
    for (Row row :
        contamination
            .select("id", "origin", "method")
            .distinct()
            .groupBy(col("method"))
            .count()
            .collectAsList()) {
      counts.put(NAMES.get(ContaminationMethod.valueOf(row.getString(0))), row.getLong(1));
    }

    return counts;
  }

  /** The counts for people. */
  public static String text(SortedMap<String, Long> counts) {
    long alike = counts.get(NAMES.get(ContaminationMethod.EMBEDDING));
    return "like problems of the benchmark: %,d rows equal, %,d with words changed, %,d with other numbers"
            .formatted(
                counts.get(NAMES.get(ContaminationMethod.EXACT)),
                counts.get(NAMES.get(ContaminationMethod.NEAR)),
                counts.get(NAMES.get(ContaminationMethod.NUMBER_SWAP)))
        + (alike == 0 ? "" : ", %,d in other words".formatted(alike));
  }
}
