package io.mathscale.generator.validate;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import org.apache.spark.sql.Encoder;

/**
 * What became of one fresh solution of a pair's question.
 *
 * @param id id of the pair
 * @param sample which of the fresh solutions, from 0
 * @param model name of the model, as configured
 * @param answer its final answer; empty if it has none
 * @param solution the solution; empty where the call failed
 * @param cost US dollars
 * @param call key of the call
 * @param reason name of the reason why it has no answer; empty where it has one
 * @param detail more about that
 */
public record FreshVote(
    String id,
    int sample,
    String model,
    String answer,
    String solution,
    BigDecimal cost,
    String call,
    String reason,
    String detail) {
  /** Rows of this type, a column a component. */
  public static final Encoder<FreshVote> ENCODER = RecordEncoders.of(FreshVote.class);
}
