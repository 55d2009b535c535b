package io.mathscale.core.command;

import io.mathscale.core.parquet.Decimals;
import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableCatalog;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;

/** Sums up what the calls of a stage took, without Spark. */
final class StageCalls {
  private static final List<String> PAID =
      List.of("key", "inputTokens", "cachedInputTokens", "outputTokens", "cost");
  private static final List<String> PAID_IN_VAIN =
      List.of("key", "inputTokens", "outputTokens", "cost", "cause", "finishedAt");
  private static final List<String> PAID_IN_BETWEEN =
      List.of("inputTokens", "outputTokens", "cost");

  private static final List<String> PAID_BEFORE =
      List.of("inputTokens", "cachedInputTokens", "outputTokens", "cost");

  /** A column that tables of older versions lack. */
  private static final String DOUBTFUL_COST = "doubtfulCost";

  private final Map<String, Failure> failures = new HashMap<>();
  private long inputTokens;
  private long cachedInputTokens;
  private long outputTokens;
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal doubtfulCost = BigDecimal.ZERO;

  private StageCalls() {}

  /** How a call failed, and when, in milliseconds since 1970. */
  private record Failure(String cause, long finishedAt) {}

  /**
   * The calls of a stage, in all its runs: what the manifest of its completions says, or else the
   * sums of their columns.
   */
  static Manifest.Calls of(TableCatalog catalog, String stage) {
    String folder = "calls/" + stage;
    Manifest completions = catalog.manifest(folder + "/completions").orElseThrow();
    return completions.calls().equals(Manifest.Calls.NONE)
        ? new StageCalls()
            .sum(
                catalog,
                completions,
                catalog.manifest(folder + "/failures"),
                catalog.manifest(folder + "/open_charges"),
                catalog.manifest(folder + "/superseded"))
        : completions.calls();
  }

  private Manifest.Calls sum(
      TableCatalog catalog,
      Manifest completions,
      Optional<Manifest> history,
      Optional<Manifest> openCharges,
      Optional<Manifest> superseded) {
    history
        .filter(manifest -> manifest.rows() > 0)
        .ifPresent(manifest -> addFailures(catalog.files(manifest)));
    openCharges
        .filter(manifest -> manifest.rows() > 0)
        .ifPresent(manifest -> addPaidInVain(PAID_IN_BETWEEN, catalog.files(manifest)));
    superseded
        .filter(manifest -> manifest.rows() > 0)
        .ifPresent(manifest -> addPaidInVain(PAID_BEFORE, catalog.files(manifest)));
    addCompletions(catalog.files(completions));
    TreeMap<String, Long> byCause = new TreeMap<>();
    failures.values().forEach(failure -> byCause.merge(failure.cause(), 1L, Long::sum));
    return new Manifest.Calls(
        completions.rows(),
        failures.size(),
        inputTokens,
        cachedInputTokens,
        outputTokens,
        cost,
        byCause,
        doubtfulCost);
  }

  /** What failed and was asked again counts as it ended last, and costs each time. */
  private void addFailures(ParquetFiles history) {
    history.read(
        withDoubt(PAID_IN_VAIN, history),
        row -> {
          addPaid(row);
          Failure failure = new Failure(row.getString("cause", 0), row.getLong("finishedAt", 0));
          failures.merge(
              row.getString("key", 0),
              failure,
              (one, other) -> one.finishedAt() >= other.finishedAt() ? one : other);
          return true;
        });
  }

  private void addCompletions(ParquetFiles completions) {
    completions.read(
        withDoubt(PAID, completions),
        row -> {
          addPaid(row);
          cachedInputTokens += row.getLong("cachedInputTokens", 0);
          if (!failures.isEmpty()) {
            failures.remove(row.getString("key", 0));
          }

          return true;
        });
  }

  private void addPaidInVain(List<String> columns, ParquetFiles calls) {
    calls.read(
        withDoubt(columns, calls),
        row -> {
          addPaid(row);
          if (columns.contains("cachedInputTokens")) {
            cachedInputTokens += row.getLong("cachedInputTokens", 0);
          }

          return true;
        });
  }

  private static List<String> withDoubt(List<String> columns, ParquetFiles files) {
    return files.schema().containsField(DOUBTFUL_COST)
        ? Stream.concat(columns.stream(), Stream.of(DOUBTFUL_COST)).toList()
        : columns;
  }

  private void addPaid(Group row) {
    inputTokens += row.getLong("inputTokens", 0);
    outputTokens += row.getLong("outputTokens", 0);
    cost = cost.add(Decimals.of(row, row.getType().getFieldIndex("cost")));
    if (row.getType().containsField(DOUBTFUL_COST)) {
      doubtfulCost = doubtfulCost.add(Decimals.of(row, row.getType().getFieldIndex(DOUBTFUL_COST)));
    }
  }
}
