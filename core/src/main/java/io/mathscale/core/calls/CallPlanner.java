package io.mathscale.core.calls;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.calls.history.CallPlan;
import io.mathscale.core.calls.journal.Journal;
import io.mathscale.core.calls.stats.CallStats;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.model.Price;
import io.mathscale.core.model.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Tells what a run of a stage is about to ask, and what of it was asked before. */
final class CallPlanner {
  /** From so many answers on their mean length is told. */
  private static final long ENOUGH_ANSWERS = 20;

  private final CallPlan plan;
  private final CallStats before;

  private CallPlanner(CallPlan plan, CallStats before) {
    this.plan = plan;
    this.before = before;
  }

  /**
   * Looks at the calls of a stage.
   *
   * @param batch what the stage asks
   * @param keys which call answers each prompt
   * @param journal what was asked before
   * @param taken what the stage has taken in its runs
   * @param retryFailed whether calls that failed are asked again
   * @param model the model that is asked
   */
  static CallPlanner of(
      PromptBatch batch,
      Dataset<PromptKey> keys,
      Journal journal,
      CallStats taken,
      boolean retryFailed,
      ModelConfig model) {
    Row counts =
        keys.agg(
                functions.count_if(col("isFirst")),
                functions.count_if(col("isToAsk")),
                functions.avg(functions.nullif(col("tokens"), functions.lit(0))))
            .head();
    long calls = counts.getLong(0);
    long toAsk = counts.getLong(1);
    SortedMap<FailureCause, Long> failed =
        retryFailed || !journal.hasFailures() ? new TreeMap<>() : failed(keys, journal);
    long failures = failed.values().stream().mapToLong(Long::longValue).sum();
    long answered = calls - toAsk - failures;
    CallPlan plan =
        new CallPlan(
            batch.family(),
            calls,
            answered,
            failures,
            taken.completed(),
            cost(
                counts.isNullAt(2) ? 0 : counts.getDouble(2),
                toAsk,
                model.maxTokens(batch.sampling().maxTokens()),
                taken,
                model),
            batch.isPart());
    return new CallPlanner(plan, taken.withCalls(answered, failed));
  }

  private static SortedMap<FailureCause, Long> failed(Dataset<PromptKey> keys, Journal journal) {
    SortedMap<FailureCause, Long> failed = new TreeMap<>();
    journal
        .failures()
        .join(keys.where(col("isFirst")).select("key"), "key")
        .groupBy("cause")
        .count()
        .collectAsList()
        .forEach(row -> failed.put(FailureCause.valueOf(row.getString(0)), row.getLong(1)));
    return failed;
  }

  private static Optional<CallPlan.Cost> cost(
      double prompt, long toAsk, long maxTokens, CallStats taken, ModelConfig model) {
    Price price = model.price();
    if (toAsk == 0 || price.isFree()) {
      return Optional.empty();
    }

    long inputTokens = Math.round(prompt * toAsk);
    BigDecimal most = price.worst(inputTokens, maxTokens * toAsk, model.serviceTier());
    if (taken.completed() < ENOUGH_ANSWERS) {
      return Optional.of(new CallPlan.Cost(Optional.empty(), most));
    }

    double answer = (double) taken.outputTokens() / taken.completed();
    BigDecimal expected = price.cost(new Usage(inputTokens, 0, Math.round(answer * toAsk), false));
    return Optional.of(new CallPlan.Cost(Optional.of(expected.min(most)), most));
  }

  /** What is about to be asked. */
  CallPlan plan() {
    return plan;
  }

  /**
   * Where a run goes on: the calls of these prompts that have ended, and all that the stage has
   * taken in its runs.
   */
  CallStats before() {
    return before;
  }
}
