package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.eval.metrics.MwpbenchSet;
import java.util.ArrayList;
import java.util.List;

/**
 * TAL-SCQ5K-EN: {@code problem} with options in {@code answer_option_list}.
 *
 * @see <a href="https://github.com/math-eval/TAL-SCQ5K">the publisher</a>
 */
final class TalLayout implements Layout {
  private final AnswerOptions choices;

  TalLayout(AnswerOptions choices) {
    this.choices = choices;
  }

  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("problem", "answer_option_list", "answer_value");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    List<AnswerOption> options = new ArrayList<>();
    for (JsonNode list : row.json().path("answer_option_list")) {
      JsonNode option = list.isArray() ? list.path(0) : list;
      options.add(
          new AnswerOption(option.path("aoVal").asText(), option.path("content").asText().strip()));
    }

    Draft draft =
        new Draft(
            row.textOrEmpty("queId"),
            MwpbenchSet.TAL.key(),
            "TAL-SCQ5K-EN",
            row.question("problem").strip(),
            row.answer("answer_value").strip());
    return choices.draft(draft, options);
  }
}
