package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.List;

/**
 * The released files of MWPBench: {@code data_topic, data_source, question, answer,
 * question_number}.
 *
 * @see <a href="https://github.com/microsoft/unilm/tree/master/mathscale">the publisher</a>
 */
final class MwpbenchLayout implements Layout {
  @Override
  public boolean fits(LayoutRow row) {
    return row.has("data_topic");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String id = row.givenId("question_number", "id");
    return Gsm8kLayout.withAnswerApart(
        new LaidOutProblem(
            id,
            id,
            row.dataset(),
            row.field("data_source").asText(""),
            row.question(row.has("problem") && !row.has("question") ? "problem" : "question"),
            row.answer("answer"),
            row.solution("solution"),
            List.of()));
  }
}
