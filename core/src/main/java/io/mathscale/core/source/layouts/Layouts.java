package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;
import java.util.Optional;

/** The known layouts of public data sets. */
public final class Layouts {
  /** The first that fits counts: the later ones ask for fewer fields. */
  private static final List<Layout> KNOWN =
      List.of(
          new MwpbenchLayout(),
          new GaokaoBenchLayout(),
          new AgiEvalLayout(),
          new TalLayout(),
          new MathLayout(),
          new ChineseSchoolLayout(),
          new Gsm8kLayout());

  private static final Layout PLAIN = new PlainLayout();

  private Layouts() {}

  /**
   * The layout of the data set that a row is from, if it is a known one. Where the user named
   * fields, none is: they know better what the row is.
   */
  public static Optional<Layout> recognised(LayoutRow row) {
    return row.named().isNone()
        ? KNOWN.stream().filter(layout -> layout.fits(row)).findFirst()
        : Optional.empty();
  }

  /**
   * The problem of any row that has a question, in a known layout or not.
   *
   * @throws RowException when there is no question, or a field holds something other than text
   */
  public static LaidOutProblem read(LayoutRow row) throws RowException {
    return recognised(row).orElse(PLAIN).read(row);
  }
}
