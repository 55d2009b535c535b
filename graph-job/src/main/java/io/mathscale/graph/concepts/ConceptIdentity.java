package io.mathscale.graph.concepts;

import io.mathscale.core.config.BuildConfig;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.core.data.ExtractedConcepts;
import java.io.Serializable;
import org.apache.spark.sql.Dataset;

/**
 * What all spellings of a concept have in common.
 *
 * @param isLexical whether names of the same words are one
 * @param near concepts that are one because a sentence embedding model finds their names alike
 */
public record ConceptIdentity(boolean isLexical, SimilarNames near) implements Serializable {
  /** Two names are one but for white space and case: the paper's own. */
  static final ConceptIdentity PLAIN = new ConceptIdentity(false, SimilarNames.NONE);

  /** What the settings say about the concepts of seeds. */
  public static ConceptIdentity among(Dataset<ExtractedConcepts> seeds, BuildConfig config) {
    ConceptIdentity lexical = new ConceptIdentity(true, SimilarNames.NONE);
    return switch (config.canonicalise()) {
      case OFF -> PLAIN;
      case LEXICAL -> lexical;
      case EMBEDDING ->
          new ConceptIdentity(
              true,
              SimilarNames.among(
                  seeds.sparkSession(),
                  Vocabulary.of(seeds, lexical).concepts(),
                  config.similarity()));
    };
  }

  /** The identity of a name. */
  String of(ConceptKind kind, String name) {
    return near.merged(kind, withoutNear(name));
  }

  /** Why a spelling is of the concept that is called otherwise. */
  ConceptMerge.Reason reason(String name, String into) {
    return withoutNear(name).equals(withoutNear(into))
        ? ConceptMerge.Reason.LEXICAL
        : ConceptMerge.Reason.EMBEDDING;
  }

  /** How alike they are. */
  double score(ConceptKind kind, String name, String into) {
    return near.score(kind, withoutNear(name), withoutNear(into));
  }

  private String withoutNear(String name) {
    return isLexical ? LexicalKey.of(name) : ConceptName.identity(name);
  }
}
