package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.sum;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;

/**
 * How many seeds have a name for a concept.
 *
 * @param kind topic or knowledge point
 * @param name the name, lightly normalised; empty for all names that are blank or too long
 * @param seeds seeds that have it, before another one that differs in case alone
 * @param concepts seeds that have it before any other name of the same concept
 */
public record NameCount(ConceptKind kind, String name, long seeds, long concepts) {
  /** Rows of this type, a column a component. */
  public static final Encoder<NameCount> ENCODER = RecordEncoders.of(NameCount.class);

  /** Counts the names of seeds, each once. */
  static Dataset<NameCount> in(Dataset<ExtractedConcepts> seeds, ConceptIdentity identities) {
    return SeedNames.of(seeds)
        .mapPartitions(new FindNames(identities), ENCODER)
        .groupBy("kind", "name")
        .agg(sum("seeds").as("seeds"), sum("concepts").as("concepts"))
        .as(ENCODER);
  }
}
