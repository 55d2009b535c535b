package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * A usable answer of a model, as the journal keeps it.
 *
 * @param key identity of the call
 * @param content the answer
 * @param reasoning what the model says it thought; empty if it says nothing
 * @param finishReason why it stopped, in the words of the service
 * @param model the model that answered, in its own words
 * @param inputTokens tokens of the prompt, in all tries
 * @param cachedInputTokens those of them that the service had cached
 * @param outputTokens tokens of the answer, in all tries
 * @param usageReported whether the service counted the tokens itself
 * @param cost US dollars, in all tries
 * @param tries requests it took
 * @param latencyMillis milliseconds from when the call began to the answer, waits for permits and
 *     between tries included
 * @param finishedAt milliseconds since 1970
 * @param doubtfulCost US dollars that its tries may have cost beyond that, of which nobody knows
 *     whether they were charged
 * @param attempt how often the call had been answered before, in answers that were of no use
 */
public record Completion(
    String key,
    String content,
    String reasoning,
    String finishReason,
    String model,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    boolean usageReported,
    BigDecimal cost,
    int tries,
    long latencyMillis,
    long finishedAt,
    BigDecimal doubtfulCost,
    int attempt) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Completion> ENCODER = RecordEncoders.of(Completion.class);

  /** Takes a doubtful cost that is missing, in lines of older versions, for none. */
  public Completion {
    doubtfulCost = doubtfulCost == null ? BigDecimal.ZERO : doubtfulCost;
  }
}
