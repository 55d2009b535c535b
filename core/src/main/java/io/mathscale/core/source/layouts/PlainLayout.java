package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.WorkedText;

/**
 * Rows of no known data set, in fields of the usual names, of which only the question must be
 * there. An {@code answer} beside the question alone may be a worked solution.
 */
final class PlainLayout implements Layout {
  @Override
  public String name() {
    return Layouts.NO_LAYOUT;
  }

  @Override
  public boolean fits(LayoutRow row) {
    return true;
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String question = row.question("question", "problem", "query");
    if (isWorkedAnswer(row)) {
      return LaidOutProblem.of(row, PublicDataSet.UNKNOWN, question, "", row.solution("answer"));
    }

    return LaidOutProblem.of(
        row,
        PublicDataSet.UNKNOWN,
        question,
        row.answer("answer", "final_answer", "expected_answer"),
        row.solution("solution", "generated_solution", "response"));
  }

  private static boolean isWorkedAnswer(LayoutRow row) {
    return row.named().isNone()
        && row.hasOnly("question", "answer")
        && WorkedText.isWorked(row.field("answer").asText(""));
  }
}
