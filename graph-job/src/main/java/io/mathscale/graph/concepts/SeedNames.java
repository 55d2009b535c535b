package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;

/**
 * The names that a seed has for its concepts.
 *
 * @param topics names of topics, in the order named
 * @param knowledgePoints names of knowledge points, in the order named
 */
public record SeedNames(List<String> topics, List<String> knowledgePoints) {
  /** Rows of this type, a column a component. */
  public static final Encoder<SeedNames> ENCODER = RecordEncoders.of(SeedNames.class);

  /** Copies the lists. */
  public SeedNames {
    topics = List.copyOf(topics);
    knowledgePoints = List.copyOf(knowledgePoints);
  }

  /** The names alone, so that no other column of the seeds is read. */
  public static Dataset<SeedNames> of(Dataset<ExtractedConcepts> seeds) {
    return seeds.select("topics", "knowledgePoints").as(ENCODER);
  }

  /** The names of one kind. */
  public List<String> of(ConceptKind kind) {
    return switch (kind) {
      case TOPIC -> topics;
      case KNOWLEDGE_POINT -> knowledgePoints;
    };
  }
}
