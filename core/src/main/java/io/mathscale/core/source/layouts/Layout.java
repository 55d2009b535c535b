package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;

/** The way in which a publisher lays out the rows of a data set. */
public interface Layout {
  /** What the layout is called where people are told of it. */
  String name();

  /** Whether a row has the fields of this layout. */
  boolean fits(LayoutRow row);

  /**
   * The problem of a row that fits.
   *
   * @throws RowException when there is no question, or a field holds something other than text
   */
  LaidOutProblem read(LayoutRow row) throws RowException;
}
