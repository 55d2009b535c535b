package io.mathscale.generator.refine;

import io.mathscale.core.workspace.SplitRows;

/**
 * The books of a run: each row that went in is kept, or rejected for one reason.
 *
 * @param pairs generated pairs that went in
 * @param seeds seeds that went in
 * @param out rows that were kept, and rejected by reason
 */
public record RefineBooks(long pairs, long seeds, SplitRows.Counts out) {
  /**
   * Checks that rows in are rows out.
   *
   * @throws IllegalStateException when they are not, which is a bug
   */
  public RefineBooks {
    if (pairs + seeds != out.good() + out.rejected()) {
      throw new IllegalStateException(
          "rows in must be rows kept and rejected: %,d pairs and %,d seeds in, %,d kept, rejected: %s"
              .formatted(pairs, seeds, out.good(), out.reasons()));
    }
  }

  /** The books for people. */
  public String text() {
    return "%,d pairs and %,d seeds in; %,d rows of MathScaleQA; rejected: %s"
        .formatted(pairs, seeds, out.good(), out.reasons());
  }
}
