package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A new question with its solution, as the teacher wrote them.
 *
 * @param id hash of composition and sample
 * @param composition id of the composition asked for
 * @param sample which of the pairs asked for this composition, from 0
 * @param topics topics asked for
 * @param knowledgePoints knowledge points asked for
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer in the solution
 * @param provenance the call that wrote it
 */
public record GeneratedPair(
    String id,
    String composition,
    int sample,
    List<String> topics,
    List<String> knowledgePoints,
    String question,
    String solution,
    String answer,
    Provenance provenance) {
  /** Rows of this type, a column a component. */
  public static final Encoder<GeneratedPair> ENCODER = RecordEncoders.of(GeneratedPair.class);
}
