package io.mathscale.generator.planted;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of planted rows.
 *
 * @param rows rows of each fault by what became of them: a reason, {@code KEPT}, or {@code BASE
 *     <reason>} where the row was kept and the clean one that it was made from was rejected
 */
public record PlantedReport(SortedMap<String, SortedMap<String, Long>> rows) {
  private static final String KEPT = "KEPT";

  /** Reads the tables of {@code refine}. */
  static PlantedReport of(Workspace workspace, Dataset<PlantedRow> planted) {
    Dataset<Row> rejected =
        workspace.read(Tables.rejectedBy("refine")).select("id", "reason").distinct();
    Dataset<Row> counted =
        planted
            .select(col("pair.id").as("id"), col("fault"), col("base"))
            .join(rejected, "id", "left")
            .join(rejected.toDF("base", "baseReason"), "base", "left")
            .groupBy("fault", "reason", "baseReason")
            .count();
    SortedMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
    for (Row row : counted.collectAsList()) {
      rows.computeIfAbsent(row.getString(0), fault -> new TreeMap<>())
          .merge(outcome(row.getString(1), row.getString(2)), row.getLong(3), Long::sum);
    }

    return new PlantedReport(rows);
  }

  private static String outcome(String reason, String baseReason) {
    if (reason != null) {
      return reason;
    }

    return baseReason == null ? KEPT : "BASE " + baseReason;
  }

  /** The share of the rows of a fault that went, or of which the base went. */
  public double found(Fault fault) {
    SortedMap<String, Long> outcomes = rows.getOrDefault(fault.name(), new TreeMap<>());
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    return all == 0 ? 0 : 1 - (double) outcomes.getOrDefault(KEPT, 0L) / all;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (fault, outcomes) -> {
          long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
          text.append(String.format(Locale.ROOT, "%-16s %,9d:", fault, all));
          outcomes.forEach(
              (outcome, count) ->
                  text.append(
                      String.format(
                          Locale.ROOT, " %s %,d (%.2f %%)", outcome, count, 100.0 * count / all)));
          text.append('\n');
        });
    return text.toString();
  }
}
