package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * Rows of no known data set: {@code question} (or {@code problem}), {@code answer}, {@code
 * solution}, {@code data_topic} (or {@code dataset}), {@code question_number} (or {@code id}), of
 * which only the question must be there, or the fields that the user named.
 */
final class PlainLayout implements Layout {
  @Override
  public boolean fits(LayoutRow row) {
    return true;
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    boolean isLikeMath =
        row.named().question().isEmpty() && row.has("problem") && !row.has("question");
    String question = row.question(isLikeMath ? "problem" : "question");
    String solution = row.solution("solution");
    String answer = row.answer("answer");
    String dataset = isLikeMath ? MathLayout.dataset(row) : row.dataset();
    String id = row.givenId("question_number", "id");
    return Gsm8kLayout.withAnswerApart(
        new LaidOutProblem(id, id, dataset, "", question, answer, solution, List.of()));
  }
}
