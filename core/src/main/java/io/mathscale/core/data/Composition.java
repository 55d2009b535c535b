package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A mix of concepts that a random walk made, and the seeds shown with it (paper, section 3.3).
 *
 * @param id hash of its topics and knowledge points, whatever their order
 * @param epoch which epoch of start topics found it, from 0
 * @param topics distinct topics, in the order walked
 * @param knowledgePoints distinct knowledge points, in the order walked
 * @param examples ids of the seeds nearest by Jaccard distance of knowledge points, nearest first
 */
public record Composition(
    String id,
    int epoch,
    List<String> topics,
    List<String> knowledgePoints,
    List<String> examples) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Composition> ENCODER = RecordEncoders.of(Composition.class);
}
