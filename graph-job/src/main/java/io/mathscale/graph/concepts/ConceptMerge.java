package io.mathscale.graph.concepts;

import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.workspace.Table;
import org.apache.spark.sql.Encoder;

/**
 * A spelling that was taken for another name of the same concept.
 *
 * @param kind topic or knowledge point
 * @param name the spelling that is gone
 * @param into the name of the concept it is counted as
 * @param reason why
 * @param score how alike they are, from 0 to 1
 * @param seeds number of seeds that have it
 */
public record ConceptMerge(
    ConceptKind kind, String name, String into, Reason reason, double score, long seeds) {
  /** Rows of this type, a column a component. */
  public static final Encoder<ConceptMerge> ENCODER = RecordEncoders.of(ConceptMerge.class);

  /** All merges of the graph that stands. */
  public static final Table<ConceptMerge> TABLE =
      new Table<>("concept_merges", ENCODER, 1, "build");

  /** Why two names are one concept. */
  public enum Reason {
    /** The same words, but for hyphens, plurals, articles, abbreviations and turns of phrase. */
    LEXICAL,
    /** A sentence embedding model finds them, and all other names of the concept, alike. */
    EMBEDDING
  }
}
