package io.mathscale.generator.near;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question that is compared with all others.
 *
 * @param id id of the pair or seed
 * @param origin {@code generated} or {@code seed}
 * @param preference rows of a lower number stay rather than those of a higher one
 * @param question the question
 * @param answer its answer; empty where there is none
 */
public record Question(String id, String origin, int preference, String question, String answer) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Question> ENCODER = RecordEncoders.of(Question.class);
}
