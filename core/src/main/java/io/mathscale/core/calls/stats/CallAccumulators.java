package io.mathscale.core.calls.stats;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * The numbers of a run's calls as the pages of Spark's web UI show them for a stage and each task.
 * Safe for use by many threads.
 *
 * @param completed calls that were answered
 * @param failed calls that were not
 * @param inputTokens tokens of their prompts
 * @param outputTokens tokens of their answers
 * @param cost US dollars
 */
public record CallAccumulators(
    LongAccumulator completed,
    LongAccumulator failed,
    LongAccumulator inputTokens,
    LongAccumulator outputTokens,
    DoubleAccumulator cost)
    implements Serializable {
  /** Those of a run of a stage, from nothing. */
  public static CallAccumulators of(SparkContext context, String stage) {
    return new CallAccumulators(
        context.longAccumulator(stage + " completed"),
        context.longAccumulator(stage + " failed"),
        context.longAccumulator(stage + " input tokens"),
        context.longAccumulator(stage + " output tokens"),
        context.doubleAccumulator(stage + " US dollars"));
  }

  /** Calls have ended. */
  public synchronized void add(CallStats ended) {
    completed.add(ended.completed());
    failed.add(ended.failures());
    inputTokens.add(ended.inputTokens());
    outputTokens.add(ended.outputTokens());
    cost.add(ended.cost().doubleValue());
  }
}
