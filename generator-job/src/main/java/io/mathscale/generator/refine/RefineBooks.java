package io.mathscale.generator.refine;

import io.mathscale.core.workspace.SplitRows;

/**
 * The books of a run: each row that went in is kept, or rejected for one reason.
 *
 * @param pairs generated pairs that went in
 * @param seeds seeds that went in
 * @param solutions solutions that went in
 * @param out rows that were kept, and rejected by reason
 */
public record RefineBooks(long pairs, long seeds, long solutions, SplitRows.Counts out) {
  /**
   * Checks that rows in are rows out.
   *
   * @throws IllegalStateException when they are not, which is a bug
   */
  public RefineBooks {
    if (pairs + seeds + solutions != out.good() + out.rejected()) {
      throw new IllegalStateException(
          "rows in must be rows kept and rejected: %s, %,d kept, rejected: %s"
              .formatted(in(pairs, seeds, solutions), out.good(), out.reasons()));
    }
  }

  /** The books for people. */
  public String text() {
    return "%s; %,d rows of MathScaleQA; rejected: %s"
        .formatted(in(pairs, seeds, solutions), out.good(), out.reasons());
  }

  private static String in(long pairs, long seeds, long solutions) {
    return solutions == 0
        ? "%,d pairs and %,d seeds in".formatted(pairs, seeds)
        : "%,d pairs, %,d seeds and %,d solutions in".formatted(pairs, seeds, solutions);
  }
}
