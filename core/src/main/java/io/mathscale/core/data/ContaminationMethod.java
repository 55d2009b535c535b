package io.mathscale.core.data;

/** In what a row of training data is like a problem of the benchmark. */
public enum ContaminationMethod {
  /** Equal normal forms. */
  EXACT,
  /** Equal but for a few words or the order of sentences, or within a longer question. */
  NEAR,
  /** Equal but for numbers. */
  NUMBER_SWAP,
  /** Alike in what a sentence embedding model makes of them, with most numbers equal. */
  EMBEDDING
}
