package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.WorkedText;

/**
 * Rows of no known data set, in fields of the usual names, of which only the question must be
 * there. A worked {@code answer} beside a {@code question} alone is a solution, and so is a {@code
 * response} beside a {@code query} alone.
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
    boolean isNamed = !row.named().isNone();
    if (!isNamed && row.hasOnly("query", "response")) {
      return worked(row, "query", "response");
    }

    return !isNamed && isWorkedAnswer(row)
        ? worked(row, "question", "answer")
        : LaidOutProblem.of(
            row,
            PublicDataSet.UNKNOWN,
            row.question("question", "problem"),
            row.answer("answer", "final_answer", "expected_answer"),
            row.solution("solution", "generated_solution"));
  }

  private static LaidOutProblem worked(LayoutRow row, String question, String solution)
      throws RowException {
    return LaidOutProblem.of(
        row, PublicDataSet.UNKNOWN, row.question(question), "", row.solution(solution));
  }

  private static boolean isWorkedAnswer(LayoutRow row) {
    return row.hasOnly("question", "answer") && WorkedText.isWorked(row.field("answer").asText(""));
  }
}
