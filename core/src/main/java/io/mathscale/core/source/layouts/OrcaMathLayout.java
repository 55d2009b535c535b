package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;

/**
 * Orca-Math: {@code question} and a worked solution in {@code answer}, and nothing else. Rows of
 * anybody's own may look the same, so it is recognised only where the path of the file names it.
 */
final class OrcaMathLayout implements Layout {
  private static final PublicDataSet SET = PublicDataSet.of("Orca-Math", "MIT");

  private static final String WORD = "orca";

  @Override
  public String name() {
    return "Orca-Math";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.isFrom(WORD) && row.hasOnly("question", "answer");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(row, SET, row.question("question"), "", row.solution("answer"));
  }
}
