package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * GSM8K: {@code question} and a worked {@code answer} that ends in {@code #### number}.
 *
 * @see <a href="https://github.com/openai/grade-school-math">the publisher</a>
 */
final class Gsm8kLayout implements Layout {
  /** The data set ({@code data_topic} of MWPBench). */
  private static final String DATASET = "gsm8k";

  /** Stands between solution and answer. */
  private static final String MARK = "####";

  /** What GSM8K's authors have a calculator fill in. */
  private static final Pattern CALCULATOR_MARK = Pattern.compile("<<[^>]*>>");

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("question", "answer") && row.field("answer").asText("").contains(MARK);
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String givenId = row.givenId("question_number", "id");
    return withAnswerApart(
        new LaidOutProblem(
            givenId,
            "gsm8k.%s.%d".formatted(row.stem(), row.index()),
            row.dataset(),
            DATASET,
            row.question("question"),
            row.answer("answer"),
            row.solution("solution"),
            List.of()));
  }

  /**
   * The same problem, where an answer that ends in {@code #### number} is parted into solution and
   * answer; its data set is GSM8K where it names none.
   */
  static LaidOutProblem withAnswerApart(LaidOutProblem problem) {
    String stated = problem.answer();
    int mark = stated.lastIndexOf(MARK);
    if (mark < 0) {
      return problem;
    }

    String worked = CALCULATOR_MARK.matcher(stated.substring(0, mark)).replaceAll("");
    String behind = stated.substring(mark + MARK.length());
    return new LaidOutProblem(
        problem.givenId(),
        problem.id(),
        problem.dataset().isEmpty() ? DATASET : problem.dataset(),
        problem.source(),
        problem.question(),
        behind.lines().findFirst().orElse("").strip(),
        problem.solution().isBlank() ? worked : problem.solution(),
        problem.options());
  }
}
