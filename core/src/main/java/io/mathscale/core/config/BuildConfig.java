package io.mathscale.core.config;

/**
 * The concept graph.
 *
 * @param concepts concepts of seeds from elsewhere, file, folder or glob; empty for the table that
 *     extract wrote
 * @param minCount a concept that fewer seeds have is left out
 * @param canonicalise how spellings of the same concept are merged
 * @param similarity cosine that all names of one concept must have with each other, where sentence
 *     embeddings decide
 */
public record BuildConfig(
    String concepts, long minCount, Canonicalisation canonicalise, double similarity) {
  public BuildConfig {
    Check.atLeast("min-count", 1, minCount);
    Check.that(similarity > 0 && similarity <= 1, "similarity", "be above 0, up to 1", similarity);
  }

  /** How spellings of the same concept are merged. */
  public enum Canonicalisation {
    /** Not at all beyond white space and case, as in the paper. */
    OFF,
    /** Same words, but for hyphens, plurals, articles, abbreviations and turns of phrase. */
    LEXICAL,
    /** Those, and names that a sentence embedding model finds alike. */
    EMBEDDING
  }
}
