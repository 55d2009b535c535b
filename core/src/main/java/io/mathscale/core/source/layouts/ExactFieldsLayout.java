package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * A data set whose rows have a few fields of common names and no others. Rows of anybody's own may
 * look the same, so it is recognised only where the path of the file names it.
 *
 * @param name what the layout is called
 * @param set what is known of the data set
 * @param word what the path of a file of the data set has in it
 * @param fields the fields of a row
 */
record ExactFieldsLayout(String name, PublicDataSet set, String word, List<String> fields)
    implements Layout {
  @Override
  public boolean fits(LayoutRow row) {
    return row.isFrom(word) && row.hasOnly(fields.toArray(String[]::new));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(
        row,
        set,
        row.question("question", "problem", "query"),
        row.answer("answer"),
        row.solution("solution", "response"));
  }
}
