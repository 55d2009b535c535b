package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * The topics and knowledge points that the teacher names for a seed (paper, section 3.1).
 *
 * @param id id of the seed question
 * @param dataset data set of the seed
 * @param topics one or two topics, in the order named
 * @param knowledgePoints one to five knowledge points, in the order named
 * @param provenance the call that named them
 */
public record ExtractedConcepts(
    String id,
    String dataset,
    List<String> topics,
    List<String> knowledgePoints,
    Provenance provenance) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ExtractedConcepts> ENCODER =
      RecordEncoders.of(ExtractedConcepts.class);
}
