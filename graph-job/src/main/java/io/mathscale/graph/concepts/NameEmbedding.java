package io.mathscale.graph.concepts;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A name as a sentence embedding model sees it.
 *
 * @param kind topic or knowledge point
 * @param identity what all spellings of the concept have in common
 * @param name the most frequent spelling
 * @param vector its embedding, of length 1
 */
public record NameEmbedding(String kind, String identity, String name, List<Float> vector) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NameEmbedding> ENCODER = RecordEncoders.of(NameEmbedding.class);

  /** Copies the vector. */
  public NameEmbedding {
    vector = List.copyOf(vector);
  }
}
