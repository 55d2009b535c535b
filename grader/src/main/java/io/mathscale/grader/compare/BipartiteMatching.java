package io.mathscale.grader.compare;

import io.mathscale.grader.verdict.Outcome;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Matches the members of two lists of the same length one to one, in any order. */
final class BipartiteMatching {
  /** Compares the member of one list with one of the other. */
  interface Comparison {
    ComparisonResult compare(int left, int right);
  }

  private final int size;

  /** The outcome for each pair; rows after one without any partner stay empty. */
  private final Outcome[][] outcomes;

  private BipartiteMatching(int size, Comparison comparison) {
    this.size = size;
    this.outcomes = new Outcome[size][size];
    boolean canMatch = true;
    for (int i = 0; i < size && canMatch; i++) {
      canMatch = false;
      for (int j = 0; j < size; j++) {
        outcomes[i][j] = comparison.compare(i, j).outcome();
        canMatch |= outcomes[i][j] != Outcome.WRONG;
      }
    }
  }

  /**
   * Right if all members can be paired with equal ones, wrong if they cannot even where undecided
   * comparisons count as equal.
   */
  static Outcome of(int size, Comparison comparison) {
    boolean sameOrder = true;
    for (int i = 0; i < size && sameOrder; i++) {
      sameOrder = comparison.compare(i, i).isRight();
    }
    if (sameOrder) {
      return Outcome.RIGHT;
    }
    BipartiteMatching matching = new BipartiteMatching(size, comparison);
    if (matching.isPerfect(Outcome.RIGHT, Outcome.RIGHT)) {
      return Outcome.RIGHT;
    }
    return matching.isPerfect(Outcome.RIGHT, Outcome.UNDECIDED) ? Outcome.UNDECIDED : Outcome.WRONG;
  }

  /** Whether a perfect matching exists (Kuhn's augmenting paths). */
  private boolean isPerfect(Outcome first, Outcome second) {
    int[] partner = new int[size];
    Arrays.fill(partner, -1);
    for (int i = 0; i < size; i++) {
      if (!augment(i, partner, new boolean[size], first, second)) {
        return false;
      }
    }
    return true;
  }

  private boolean augment(int left, int[] partner, boolean[] seen, Outcome first, Outcome second) {
    IntPredicate fits = j -> outcomes[left][j] == first || outcomes[left][j] == second;
    for (int j = 0; j < size; j++) {
      if (seen[j] || !fits.test(j)) {
        continue;
      }
      seen[j] = true;
      if (partner[j] < 0 || augment(partner[j], partner, seen, first, second)) {
        partner[j] = left;
        return true;
      }
    }
    return false;
  }
}
