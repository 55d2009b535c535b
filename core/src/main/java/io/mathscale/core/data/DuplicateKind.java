package io.mathscale.core.data;

/** In what a question equals one that stays in the training data. */
public enum DuplicateKind {
  /** In its normal form. */
  EXACT,
  /** In its numbers, and in most of its shingles. */
  NEAR,
  /** In its template form: nothing but numbers differ. */
  TEMPLATE
}
