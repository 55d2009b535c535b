package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;

/** A {@code prompt} and its {@code completion}, each a text or a list of messages. */
final class PromptCompletionLayout implements Layout {
  @Override
  public String name() {
    return "prompt-completion";
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("prompt") && (row.has("completion") || row.has("response"));
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String field = row.has("completion") ? "completion" : "response";
    JsonNode completion = row.field(field);
    return LaidOutProblem.of(
        row,
        PublicDataSet.UNKNOWN,
        Conversation.question(row, "prompt"),
        row.answer("answer", "ground_truth"),
        completion.path(0).isObject() ? Conversation.reply(row, field) : row.solution(field));
  }
}
