package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.regex.Pattern;

/**
 * GSM8K: {@code question} and a worked {@code answer} that ends in {@code #### number}. In the
 * configuration {@code socratic} each line of it is a question and a step with {@code **} between.
 *
 * @see <a href="https://github.com/openai/grade-school-math">the publisher</a>
 */
final class Gsm8kLayout implements Layout {
  private static final PublicDataSet SET = PublicDataSet.of("gsm8k", "MIT");

  /** Stands between solution and answer. */
  private static final String MARK = "####";

  /** What GSM8K's authors have a calculator fill in. */
  private static final Pattern CALCULATOR_MARK = Pattern.compile("<<[^<>]*>>");

  private static final String SOCRATIC_MARK = " ** ";

  @Override
  public String name() {
    return "GSM8K";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("question", "answer") && row.field("answer").asText("").contains(MARK);
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    LaidOutProblem problem =
        LaidOutProblem.of(
            row, SET, row.question("question"), row.answer("answer"), row.solution("solution"));
    return problem.withId("gsm8k.%s.%d".formatted(row.stem(), row.index()));
  }

  /**
   * The same problem, where an answer that ends in {@code #### number} is parted into solution and
   * answer.
   */
  static LaidOutProblem withAnswerApart(LaidOutProblem problem) {
    String stated = problem.answer();
    int mark = stated.lastIndexOf(MARK);
    if (mark < 0) {
      return problem;
    }

    String worked = CALCULATOR_MARK.matcher(stated.substring(0, mark)).replaceAll("");
    String behind = stated.substring(mark + MARK.length());
    return problem.answered(
        behind.lines().findFirst().orElse("").strip(),
        problem.solution().isBlank() ? worked.replace(SOCRATIC_MARK, " ") : problem.solution());
  }
}
