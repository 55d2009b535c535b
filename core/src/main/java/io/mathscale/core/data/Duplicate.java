package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row that is not in the training data since another asks the same.
 *
 * @param id id of the pair or seed that was left out
 * @param origin {@code generated} or {@code seed}: what was left out
 * @param kept id of the row that was kept instead; it may have gone itself beyond its template
 * @param keptOrigin {@code generated} or {@code seed}: what stayed
 * @param kind in what the two are alike
 * @param likeness Jaccard index of the shingles of the forms compared, from 0 to 1; 1 for questions
 *     of one normal form and of one template
 */
public record Duplicate(
    String id, String origin, String kept, String keptOrigin, DuplicateKind kind, double likeness) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Duplicate> ENCODER = RecordEncoders.of(Duplicate.class);
}
