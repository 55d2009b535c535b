package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.spark.SqlFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of the training data that are exported: those of the mixture for which the user's
 * condition holds, balanced over groups.
 *
 * @param rows the rows
 * @param leftOut how many are not among them, by reason
 * @param groups what balancing did, for people; none where it was not asked for
 */
public record ChosenRows(Dataset<Row> rows, Map<String, Long> leftOut, List<String> groups) {
  private static final String WHERE = "export.where";

  /** Copies what was counted. */
  public ChosenRows {
    leftOut = new LinkedHashMap<>(leftOut);
    groups = List.copyOf(groups);
  }

  /**
   * Checks the user's SQL against the columns, before any row is read.
   *
   * @throws ConfigException when it does not suit them
   */
  public static void require(SparkSession spark, ExportConfig config) {
    Dataset<Row> none = spark.emptyDataset(QaPair.ENCODER).toDF();
    if (!config.where().isBlank()) {
      suiting(WHERE, none, () -> none.where(config.where()).count());
      requireDeterministic(WHERE, none, config.where());
    }

    if (!config.balance().by().isBlank()) {
      suiting(BalancedRows.KEY, none, () -> none.select(expr(config.balance().by())).count());
      requireDeterministic(BalancedRows.KEY, none, config.balance().by());
      BalancedRows.require(none, config.balance());
    }
  }

  /**
   * Chooses rows, and counts those left out where the user chooses.
   *
   * @param all rows of the training data
   * @throws ConfigException when the user's SQL does not suit the values
   */
  public static ChosenRows of(Dataset<QaPair> pairs, long all, ExportConfig config, long seed) {
    Dataset<Row> mixed = mixed(pairs, config.mixture());
    if (config.where().isBlank() && config.balance().by().isBlank()) {
      return new ChosenRows(mixed, Map.of(), List.of());
    }

    Map<String, Long> leftOut = new LinkedHashMap<>();
    long inMixture = mixed.count();
    leftOut.put(ExportManifest.NOT_IN_MIXTURE, all - inMixture);
    Dataset<Row> wanted = config.where().isBlank() ? mixed : mixed.where(config.where());
    long asWanted = suiting(WHERE, mixed, wanted::count);
    leftOut.put(ExportManifest.NOT_WHERE, inMixture - asWanted);
    if (config.balance().by().isBlank()) {
      return new ChosenRows(wanted, leftOut, List.of());
    }

    BalancedRows balanced =
        suiting(BalancedRows.KEY, mixed, () -> BalancedRows.of(wanted, config.balance(), seed));
    leftOut.put(ExportManifest.NOT_BALANCED, asWanted - balanced.kept());
    return new ChosenRows(balanced.rows(), leftOut, balanced.lines());
  }

  private static Dataset<Row> mixed(Dataset<QaPair> pairs, ExportConfig.Mixture mixture) {
    return switch (mixture) {
      case PAPER -> pairs.toDF();
      case GENERATED -> pairs.where(col("origin").equalTo("generated")).toDF();
      case SEEDS -> pairs.where(col("origin").equalTo("seed")).toDF();
    };
  }

  private static void requireDeterministic(String key, Dataset<Row> rows, String sql) {
    boolean isDeterministic = rows.select(expr(sql)).queryExecution().analyzed().deterministic();
    if (!isDeterministic) {
      throw new ConfigException(
          key
              + " must be the same whenever a row is looked at, without rand() and the like: "
              + sql);
    }
  }

  private static <T> T suiting(String key, Dataset<Row> rows, Supplier<T> query) {
    try {
      return query.get();
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare.
      throw SqlFault.in(e)
          .map(
              fault ->
                  (RuntimeException)
                      new ConfigException(
                          "%s must suit the columns of mathscaleqa (%s): %s"
                              .formatted(key, String.join(", ", rows.columns()), fault),
                          e))
          .orElseGet(() -> e instanceof RuntimeException own ? own : new IllegalStateException(e));
    }
  }
}
