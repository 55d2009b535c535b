package io.mathscale.generator.validate;

import io.mathscale.core.data.Validation;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A pair with what the votes say of it, and what judges need beyond that.
 *
 * @param validation what the votes say
 * @param isOpen whether it is left to judges
 * @param reference the answer that judges compare the pair's with: that of the largest group, as a
 *     fresh solution has it; empty where there is none to compare with
 * @param answer the pair's own answer
 * @param replacement the fresh solution that takes the pair's place if judges call it wrong; empty
 *     where none does
 */
public record VotedPair(
    Validation validation, boolean isOpen, String reference, String answer, String replacement) {
  /** Rows of this type, a column a component. */
  public static final Encoder<VotedPair> ENCODER = RecordEncoders.of(VotedPair.class);
}
