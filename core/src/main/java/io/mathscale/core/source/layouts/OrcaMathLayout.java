package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.WorkedText;

/**
 * Orca-Math: {@code question} and a worked solution in {@code answer}, and nothing else. Rows of
 * anybody's own may look the same, so the data set is named only where the path of the file does.
 */
final class OrcaMathLayout implements Layout {
  private static final String WORD = "orca";

  @Override
  public String name() {
    return "Orca-Math";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.hasOnly("question", "answer")
        && (row.isFrom(WORD) || WorkedText.isWorked(row.field("answer").asText("")));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    PublicDataSet set =
        row.isFrom(WORD) ? PublicDataSet.of("Orca-Math", "MIT") : PublicDataSet.UNKNOWN;
    return LaidOutProblem.of(row, set, row.question("question"), "", row.solution("answer"));
  }
}
