package io.mathscale.core.config;

/**
 * The concept graph.
 *
 * @param minCount a concept that fewer seeds have is left out
 * @param canonicalise how spellings of the same concept are merged
 */
public record BuildConfig(long minCount, Canonicalisation canonicalise) {
  public BuildConfig {
    Check.atLeast("min-count", 1, minCount);
  }

  /** How spellings of the same concept are merged. */
  public enum Canonicalisation {
    /** Not at all beyond white space and case, as in the paper. */
    OFF,
    /** Same words, but for hyphens, plurals, articles, abbreviations and turns of phrase. */
    LEXICAL
  }
}
