package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.List;

/**
 * TAL-SCQ5K: {@code problem} with options in {@code answer_option_list}, the letter of the right
 * one in {@code answer_value} and a worked solution in {@code answer_analysis}.
 *
 * @see <a href="https://github.com/math-eval/TAL-SCQ5K">the publisher</a>
 */
final class TalLayout implements Layout {
  private static final PublicDataSet ENGLISH = new PublicDataSet("tal", "TAL-SCQ5K-EN", "MIT");
  private static final PublicDataSet CHINESE = new PublicDataSet("tal", "TAL-SCQ5K-CN", "MIT");

  /** Stands for a worked solution that there is not. */
  private static final String NO_ANALYSIS = "N.A";

  @Override
  public String name() {
    return "TAL-SCQ";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("problem", "answer_option_list", "answer_value");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String question = row.question("problem").strip();
    boolean isChinese = question.codePoints().anyMatch(Character::isIdeographic);
    return LaidOutProblem.of(
            row,
            isChinese ? CHINESE : ENGLISH,
            question,
            row.answer("answer_value").strip(),
            row.using("solution", "answer_analysis", solution(row.field("answer_analysis"))))
        .withOptions(options(row.field("answer_option_list")));
  }

  private static List<AnswerOption> options(JsonNode lists) throws RowException {
    List<AnswerOption> options = new ArrayList<>();
    for (JsonNode list : lists) {
      JsonNode option = list.isArray() ? list.path(0) : list;
      options.add(
          new AnswerOption(option.path("aoVal").asText(), option.path("content").asText().strip()));
    }

    return MultipleChoice.requireSome(options);
  }

  private static String solution(JsonNode analysis) {
    List<String> parts = new ArrayList<>();
    for (JsonNode part : analysis.isArray() ? analysis : List.of(analysis)) {
      String text = part.asText("").strip();
      if (!text.isEmpty() && !text.equals(NO_ANALYSIS)) {
        parts.add(text);
      }
    }

    return String.join("\n", parts);
  }
}
