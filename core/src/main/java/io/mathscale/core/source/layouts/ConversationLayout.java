package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;

/**
 * A list of messages: {@code messages} with {@code role} and {@code content}, or ShareGPT's {@code
 * conversations} with {@code from} and {@code value}.
 *
 * @param name what the layout is called
 * @param field the field that holds the messages
 */
record ConversationLayout(String name, String field) implements Layout {
  @Override
  public boolean fits(LayoutRow row) {
    JsonNode messages = row.field(field);
    return messages.isArray()
        && messages.path(0).isObject()
        && !row.has("problem")
        && !row.has("question");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    return LaidOutProblem.of(
        row,
        PublicDataSet.UNKNOWN,
        Conversation.question(row, field),
        row.answer("answer", "ground_truth"),
        Conversation.reply(row, field));
  }
}
