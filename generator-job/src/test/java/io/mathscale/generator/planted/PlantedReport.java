package io.mathscale.generator.planted;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of planted rows.
 *
 * @param rows rows of each fault by what became of them: a reason, {@code KEPT}, or {@code BASE
 *     <reason>} where the row was kept and the clean one that it was made from was rejected
 * @param variants the same of each variant of a fault: {@code FAULT: variant}
 * @param removals removals of near-duplicates
 * @param strangers those among them for a row that was not made from the same text
 */
public record PlantedReport(
    SortedMap<String, SortedMap<String, Long>> rows,
    SortedMap<String, SortedMap<String, Long>> variants,
    long removals,
    long strangers) {
  private static final String KEPT = "KEPT";
  private static final String BASE = "BASE ";

  /** Reads the tables of {@code refine}. */
  static PlantedReport of(Workspace workspace, Dataset<PlantedRow> planted) {
    Dataset<Row> rejected =
        workspace.read(Tables.rejectedBy("refine")).select("id", "reason").distinct();
    Dataset<Row> counted =
        planted
            .select(col("pair.id").as("id"), col("fault"), col("variant"), col("base"))
            .join(rejected, "id", "left")
            .join(rejected.toDF("base", "baseReason"), "base", "left")
            .groupBy("fault", "variant", "reason", "baseReason")
            .count();
    SortedMap<String, SortedMap<String, Long>> rows = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> variants = new TreeMap<>();
    for (Row row : counted.collectAsList()) {
      String outcome = outcome(row.getString(2), row.getString(3));
      add(rows, row.getString(0), outcome, row.getLong(4));
      if (!row.getString(1).isEmpty()) {
        add(variants, row.getString(0) + ": " + row.getString(1), outcome, row.getLong(4));
      }
    }

    Dataset<Row> removed = removed(workspace, planted);
    return new PlantedReport(
        rows, variants, removed.count(), removed.where("text <> keptText").count());
  }

  /** Removals of near-duplicates with the texts that the two rows were made from. */
  private static Dataset<Row> removed(Workspace workspace, Dataset<PlantedRow> planted) {
    Column text = when(col("base").equalTo(""), col("pair.id")).otherwise(col("base"));
    Dataset<Row> texts = planted.select(col("pair.id").as("id"), text.as("text"));
    return workspace
        .read(Tables.DUPLICATES)
        .where("kind = 'NEAR'")
        .select("id", "kept")
        .join(texts, "id", "left")
        .join(texts.toDF("kept", "keptText"), "kept", "left")
        .withColumn("text", coalesce(col("text"), lit("a seed")))
        .withColumn("keptText", coalesce(col("keptText"), lit("a seed")));
  }

  private static void add(
      SortedMap<String, SortedMap<String, Long>> rows, String kind, String outcome, long count) {
    rows.computeIfAbsent(kind, fault -> new TreeMap<>()).merge(outcome, count, Long::sum);
  }

  private static String outcome(String reason, String baseReason) {
    if (reason != null) {
      return reason;
    }

    return baseReason == null ? KEPT : BASE + baseReason;
  }

  /** The share of the rows of a fault that went, or of which the base went. */
  public double found(Fault fault) {
    return found(rows.getOrDefault(fault.name(), new TreeMap<>()));
  }

  /** The share of the rows of a fault that went, or of which the base went, for this fault. */
  public double foundByOwnRule(Fault fault) {
    return foundByOwnRule(fault, rows.getOrDefault(fault.name(), new TreeMap<>()));
  }

  private static double found(SortedMap<String, Long> outcomes) {
    long all = all(outcomes);
    return all == 0 ? 0 : 1 - (double) outcomes.getOrDefault(KEPT, 0L) / all;
  }

  private static double foundByOwnRule(Fault fault, SortedMap<String, Long> outcomes) {
    long own =
        fault.reasons().stream()
            .mapToLong(
                reason ->
                    outcomes.getOrDefault(reason.name(), 0L)
                        + outcomes.getOrDefault(BASE + reason.name(), 0L))
            .sum();
    long all = all(outcomes);
    return all == 0 ? 0 : (double) own / all;
  }

  private static long all(SortedMap<String, Long> outcomes) {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "What was planted: rows; of them found, and for their own fault; what became of them\n");
    rows.forEach((kind, outcomes) -> line(text, kind, outcomes));
    text.append("By variant:\n");
    variants.forEach((kind, outcomes) -> line(text, kind, outcomes));
    return text.append(
            "%,d near-duplicates removed, %,d of them for a row made from another text%n"
                .formatted(removals, strangers))
        .toString();
  }

  private static void line(StringBuilder text, String kind, SortedMap<String, Long> outcomes) {
    text.append(String.format(Locale.ROOT, "%-52s %,9d:", kind, all(outcomes)));
    String name = kind.replaceFirst(":.*", "");
    boolean isFault = !name.equals(Fault.CLEAN.name()) && !name.equals(PlantRow.ALIKE);
    if (isFault) {
      double own = foundByOwnRule(Fault.valueOf(name), outcomes);
      text.append(
          String.format(
              Locale.ROOT, " found %.2f %%, own %.2f %%;", 100 * found(outcomes), 100 * own));
    }

    outcomes.forEach(
        (outcome, count) -> text.append(String.format(Locale.ROOT, " %s %,d", outcome, count)));
    text.append('\n');
  }
}
