package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.List;

/**
 * TAL-SCQ5K-EN: {@code problem} with options in {@code answer_option_list}, the letter of the right
 * one in {@code answer_value} and a worked solution in {@code answer_analysis}.
 *
 * @see <a href="https://github.com/math-eval/TAL-SCQ5K">the publisher</a>
 */
final class TalLayout implements Layout {
  private static final String DATASET = "tal";
  private static final String SOURCE = "TAL-SCQ5K-EN";

  /** Stands for a worked solution that there is not. */
  private static final String NO_ANALYSIS = "N.A";

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("problem", "answer_option_list", "answer_value");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    List<AnswerOption> options = new ArrayList<>();
    for (JsonNode list : row.field("answer_option_list")) {
      JsonNode option = list.isArray() ? list.path(0) : list;
      options.add(
          new AnswerOption(option.path("aoVal").asText(), option.path("content").asText().strip()));
    }

    String id = row.givenId("queId");
    return new LaidOutProblem(
        id,
        id,
        DATASET,
        SOURCE,
        row.question("problem").strip(),
        row.answer("answer_value").strip(),
        solution(row.field("answer_analysis")),
        MultipleChoice.requireSome(options));
  }

  private static String solution(JsonNode analysis) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : analysis) {
      String text = part.asText().strip();
      if (!text.isEmpty() && !text.equals(NO_ANALYSIS)) {
        parts.add(text);
      }
    }

    return String.join("\n", parts);
  }
}
