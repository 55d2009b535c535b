package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.spark.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A concept in a seed, once a seed.
 *
 * @param seed id of the seed
 * @param kind topic or knowledge point
 * @param identity what all spellings of the concept have in common
 * @param name the first spelling in the seed
 */
public record Mention(String seed, ConceptKind kind, String identity, String name) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Mention> ENCODER = RecordEncoders.of(Mention.class);
}
