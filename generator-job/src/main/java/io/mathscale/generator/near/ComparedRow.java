package io.mathscale.generator.near;

import io.mathscale.core.text.Shingles;
import java.util.Arrays;

/** A question among those of equal numbers, with the sets that it is compared by. */
final class ComparedRow {
  private final Fingerprint fingerprint;
  private final int[] shingles;
  private final int[] sortedTokens;

  ComparedRow(Fingerprint fingerprint) {
    this.fingerprint = fingerprint;
    this.shingles = Shingles.set(fingerprint.tokens(), Codes.RUN);
    this.sortedTokens = fingerprint.tokens().clone();
    Arrays.sort(sortedTokens);
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  int[] shingles() {
    return shingles;
  }

  int[] sortedTokens() {
    return sortedTokens;
  }

  /** Whether the question is long enough to be compared by its shingles. */
  boolean isComparable() {
    return sortedTokens.length >= Likeness.MIN_TOKENS;
  }
}
