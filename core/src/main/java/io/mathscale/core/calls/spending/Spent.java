package io.mathscale.core.calls.spending;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Workspace;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Sums up what a stage's calls took, in all its runs. */
public final class Spent {
  private static final int KEPT = 100;

  /**
   * Sums of the tables that were looked at last, by their versions: a command that asks in rounds
   * looks at the same tables again and again.
   */
  private static final Map<String, CallStats> SUMS =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CallStats> eldest) {
              return size() > KEPT;
            }
          });

  private Spent() {}

  /** The calls of a stage whose answers are in the tables of a workspace. */
  public static Manifest.Calls by(SparkSession spark, Workspace workspace, String stage) {
    return forManifest(on(new Journal(spark, workspace, stage, SystemTime.INSTANCE)));
  }

  /**
   * The calls in the tables of a journal: each counts once, as it ended last; all that was paid is
   * summed up. What was tried again within a call is not known by cause.
   */
  public static CallStats on(Journal journal) {
    if (journal.isEmpty()) {
      return CallStats.NONE;
    }

    Optional<String> version = journal.version();
    Optional<CallStats> known = version.map(SUMS::get);
    CallStats spent = known.orElseGet(() -> sumsOf(journal));
    version.ifPresent(of -> SUMS.put(of, spent));
    return spent;
  }

  private static CallStats sumsOf(Journal journal) {
    CallStats spent = answered(journal.completions());
    if (journal.hasFailures()) {
      spent = spent.plus(failed(journal));
    }

    if (journal.hasSuperseded()) {
      spent = spent.plus(paidInVain(journal.superseded()));
    }

    return journal.hasOpenCharges() ? spent.plus(open(journal.openCharges())) : spent;
  }

  private static CallStats open(Dataset<?> charges) {
    return paidInVain(
        charges
            .withColumn("tries", functions.lit(0))
            .withColumn("cachedInputTokens", functions.lit(0L)));
  }

  /** What was paid for no answer, or for one in whose place a later one came. */
  private static CallStats paidInVain(Dataset<?> calls) {
    Row sums = sums(calls, col("cachedInputTokens"), functions.lit(0L));
    return stats(sums, 0, 0, Collections.emptySortedMap());
  }

  /** What a stage has spent, in its tables and in the lines that are not in them yet. */
  private static Spending by(Journal journal) {
    Spending spent = Spending.of(on(journal));
    if (!journal.hasLines()) {
      return spent;
    }

    Row lines = journal.chargesOfLines().agg(dollars("cost"), dollars("doubtfulCost")).head();
    return spent.plus(new Spending(lines.getDecimal(0), lines.getDecimal(1)));
  }

  /**
   * The same with what may have been charged for leases of a run that died, whose lines need not be
   * in the tables.
   */
  static Spending withLeases(Journal journal) {
    Spending known = by(journal);
    BigDecimal leased = journal.leases().bound().orElse(BigDecimal.ZERO);
    BigDecimal unknown = leased.subtract(known.most()).max(BigDecimal.ZERO);
    return known.plus(new Spending(BigDecimal.ZERO, unknown));
  }

  /** Takes what was leased and is in no table for doubtful; see {@link Journal#settleLeases}. */
  public static void settleLeases(Journal journal) {
    journal.settleLeases(() -> Spending.of(on(journal)).most());
  }

  private static CallStats answered(Dataset<?> completions) {
    Column isTruncated = col("finishReason").equalTo(ChatReply.LENGTH);
    Row sums =
        sums(
            completions, col("cachedInputTokens"), functions.count_if(isTruncated).as("truncated"));
    return stats(sums, sums.getLong(0), sums.getLong(6), Collections.emptySortedMap());
  }

  private static CallStats failed(Journal journal) {
    TreeMap<FailureCause, Long> byCause = new TreeMap<>();
    List<Row> causes = journal.failures().groupBy("cause").count().collectAsList();
    causes.forEach(row -> byCause.put(FailureCause.valueOf(row.getString(0)), row.getLong(1)));
    Row sums = sums(journal.failureHistory(), functions.lit(0L), functions.lit(0L));
    return stats(sums, 0, 0, byCause);
  }

  private static Row sums(Dataset<?> calls, Column cachedInputTokens, Column more) {
    return calls
        .agg(
            functions.count(functions.lit(1)),
            sum(col("tries")),
            sum(col("inputTokens")),
            sum(cachedInputTokens),
            sum(col("outputTokens")),
            dollars("cost"),
            more,
            dollars("doubtfulCost"))
        .head();
  }

  private static Column dollars(String column) {
    return functions.coalesce(
        functions.sum(column), functions.lit(BigDecimal.ZERO).cast("decimal(38,18)"));
  }

  private static Column sum(Column column) {
    return functions.coalesce(functions.sum(column), functions.lit(0L));
  }

  private static CallStats stats(
      Row sums, long completed, long truncated, SortedMap<FailureCause, Long> failed) {
    return new CallStats(
        sums.getLong(1),
        completed,
        truncated,
        sums.getLong(2),
        sums.getLong(3),
        sums.getLong(4),
        sums.getDecimal(5),
        failed,
        Collections.emptySortedMap(),
        sums.getDecimal(7),
        0);
  }

  /** The numbers as manifests have them. */
  public static Manifest.Calls forManifest(CallStats calls) {
    TreeMap<String, Long> byCause = new TreeMap<>();
    calls.failed().forEach((cause, count) -> byCause.put(cause.name(), count));
    return new Manifest.Calls(
        calls.completed(),
        calls.failures(),
        calls.inputTokens(),
        calls.cachedInputTokens(),
        calls.outputTokens(),
        normal(calls.cost()),
        byCause,
        normal(calls.doubtfulCost()));
  }

  /** Without the zeros of the column's scale. */
  private static BigDecimal normal(BigDecimal cost) {
    return cost.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(cost.stripTrailingZeros().toPlainString());
  }
}
