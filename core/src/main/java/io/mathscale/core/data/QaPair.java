package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A row of MathScaleQA, the training data.
 *
 * @param id id of the pair or seed it is
 * @param origin {@code generated}, or {@code seed} for a training pair of the seeds
 * @param dataset data set of a seed; empty for a generated pair
 * @param composition id of the composition of a generated pair; empty for a seed
 * @param topics topics; empty for a seed
 * @param knowledgePoints knowledge points; empty for a seed
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer
 * @param model the model that wrote it; empty for a seed
 */
public record QaPair(
    String id,
    String origin,
    String dataset,
    String composition,
    List<String> topics,
    List<String> knowledgePoints,
    String question,
    String solution,
    String answer,
    String model) {
  /** Rows of this type, a column a component. */
  public static final Encoder<QaPair> ENCODER = RecordEncoders.of(QaPair.class);
}
