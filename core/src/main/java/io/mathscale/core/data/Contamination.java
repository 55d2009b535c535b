package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A row that asks what a problem of the benchmark asks: of each benchmark the problem most like it.
 *
 * @param id id of the pair, seed or solution
 * @param origin {@code generated}, {@code seed} or {@code solved}
 * @param problem id of the problem, or its place in the file
 * @param benchmark the file, or the table, that the problem stands in
 * @param method in what the two are alike
 * @param score share of the problem's tokens that are unchanged in the row, from 0 to 1; 1 for
 *     questions of one normal form and of one template; the cosine of both embeddings where that is
 *     the method
 * @param text tokens of the row that are like the problem, with a space between each two; empty for
 *     embeddings, which are of the whole
 * @param removed whether this keeps the row out of the training data
 * @param question the question of the problem; empty in tables of older versions
 */
public record Contamination(
    String id,
    String origin,
    String problem,
    String benchmark,
    ContaminationMethod method,
    double score,
    String text,
    boolean removed,
    String question) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Contamination> ENCODER = RecordEncoders.of(Contamination.class);
}
