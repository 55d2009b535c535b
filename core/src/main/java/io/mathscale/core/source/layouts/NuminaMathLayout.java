package io.mathscale.core.source.layouts;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import java.util.Set;

/**
 * NuminaMath-1.5, and OpenR1-Math, which is made of it: {@code problem}, {@code solution} and
 * {@code answer}, with {@code problem_is_valid} and {@code solution_is_valid}, which are texts. The
 * answer may be a word that says that there is none.
 *
 * @param name what the layout is called
 * @param set what is known of the data set
 * @param mark a field that rows of the data set have, beside those above
 */
record NuminaMathLayout(String name, PublicDataSet set, String mark) implements Layout {
  private static final String VALID = "Yes";

  /** Stand for an answer that there is not. */
  private static final Set<String> NO_ANSWER = Set.of("proof", "notfound", "not found");

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("problem", "solution", "answer", mark);
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    if (!isValid(row, "problem_is_valid")) {
      throw new RowException(
          RejectionReason.MARKED_INVALID,
          "problem_is_valid must be Yes: " + row.field("problem_is_valid").asText());
    }

    String answer = row.answer("answer").strip();
    String solution = isValid(row, "solution_is_valid") ? row.solution("solution") : "";
    return LaidOutProblem.of(
        row, set, row.question("problem"), NO_ANSWER.contains(answer) ? "" : answer, solution);
  }

  /** Whether a row is marked as valid, or not at all. */
  private static boolean isValid(LayoutRow row, String field) {
    String mark = row.field(field).asText("").strip();
    return mark.isEmpty() || mark.equalsIgnoreCase(VALID) || mark.equals("true");
  }
}
