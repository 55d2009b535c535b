package io.mathscale.graph.concepts;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The names that the seeds have for their concepts. */
public final class Spellings {
  private Spellings() {}

  /** Every name with the identity of its concept, and how many seeds have it. */
  public static Dataset<ConceptFrequency> in(
      Dataset<ExtractedConcepts> seeds, ConceptIdentity identities) {
    return Mentions.in(seeds, ConceptIdentity.PLAIN)
        .groupBy("kind", "name")
        .agg(count(lit(1)).as("seeds"))
        .map(
            (MapFunction<Row, ConceptFrequency>) row -> spelling(row, identities),
            ConceptFrequency.ENCODER);
  }

  private static ConceptFrequency spelling(Row row, ConceptIdentity identities) {
    ConceptKind kind = ConceptKind.valueOf(row.getString(0));
    String name = row.getString(1);
    return new ConceptFrequency(kind, identities.of(kind, name), name, row.getLong(2));
  }
}
