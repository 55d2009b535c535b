package io.mathscale.core.calls;

import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * What the calls of a run took, as the pages of Spark's web UI show it for a stage and each task.
 * Safe for use by many threads.
 *
 * @param completed calls that were answered
 * @param failed calls that were not
 * @param inputTokens tokens of their prompts
 * @param outputTokens tokens of their answers
 * @param cost US dollars
 */
record CallAccumulators(
    LongAccumulator completed,
    LongAccumulator failed,
    LongAccumulator inputTokens,
    LongAccumulator outputTokens,
    DoubleAccumulator cost)
    implements Serializable {
  /** Those of a run of a stage, from nothing. */
  static CallAccumulators of(SparkContext context, String stage) {
    return new CallAccumulators(
        context.longAccumulator(stage + " completed"),
        context.longAccumulator(stage + " failed"),
        context.longAccumulator(stage + " input tokens"),
        context.longAccumulator(stage + " output tokens"),
        context.doubleAccumulator(stage + " US dollars"));
  }

  /** A call was answered. */
  synchronized void add(Completion completion) {
    completed.add(1);
    add(completion.inputTokens(), completion.outputTokens(), completion.cost());
  }

  /** A call failed. */
  synchronized void add(CallFailure failure) {
    failed.add(1);
    add(failure.inputTokens(), failure.outputTokens(), failure.cost());
  }

  private void add(long input, long output, BigDecimal dollars) {
    inputTokens.add(input);
    outputTokens.add(output);
    cost.add(dollars.doubleValue());
  }
}
