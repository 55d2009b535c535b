package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * Where a model-made row came from and what it took.
 *
 * @param call key of the model call in the journal
 * @param prompt name and hash of the prompt template, {@code name@hash}
 * @param model the model that answered, in its own words
 * @param inputTokens tokens of the prompt
 * @param outputTokens tokens of the answer
 * @param cost US dollars
 */
public record Provenance(
    String call,
    String prompt,
    String model,
    long inputTokens,
    long outputTokens,
    BigDecimal cost) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Provenance> ENCODER = RecordEncoders.of(Provenance.class);

  /** The provenance of what a completion says. */
  public static Provenance of(Completion completion, String prompt) {
    return new Provenance(
        completion.key(),
        prompt,
        completion.model(),
        completion.inputTokens(),
        completion.outputTokens(),
        completion.cost());
  }
}
