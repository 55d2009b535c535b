package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.fields.Instructions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a question and its worked solution out of a list of messages, in the words of OpenAI
 * ({@code role}, {@code content}) or of ShareGPT ({@code from}, {@code value}): the first of a user
 * and what the assistant replies to it.
 */
final class Conversation {
  private static final Set<String> USERS = Set.of("user", "human", "prompter");
  private static final Set<String> ASSISTANTS = Set.of("assistant", "gpt", "model", "bot");

  private Conversation() {}

  /**
   * The question in a field that holds messages, or text, without instructions around it.
   *
   * @throws RowException when there is none
   */
  static String question(LayoutRow row, String field) throws RowException {
    JsonNode messages = row.field(field);
    if (messages.isTextual()) {
      return Instructions.stripped(row.question(field));
    }

    int place = next(messages, 0, USERS);
    String path = place < 0 ? "" : contentPath(messages, place, field);
    String text = place < 0 ? "" : row.text(path);
    if (text.isBlank()) {
      throw new RowException(
          RejectionReason.NO_QUESTION, "a user must say something in " + field + ": nothing");
    }

    return Instructions.stripped(row.using("question", path, text));
  }

  /** The reply to the first message of a user; empty where there is none. */
  static String reply(LayoutRow row, String field) throws RowException {
    JsonNode messages = row.field(field);
    int user = next(messages, 0, USERS);
    int place = next(messages, user + 1, ASSISTANTS);
    return place < 0 ? "" : row.solution(contentPath(messages, place, field));
  }

  private static int next(JsonNode messages, int from, Set<String> roles) {
    for (int i = from; i < messages.size(); i++) {
      JsonNode message = messages.path(i);
      String role = message.path(message.has("role") ? "role" : "from").asText("");
      if (roles.contains(role.toLowerCase(Locale.ROOT))) {
        return i;
      }
    }

    return -1;
  }

  private static String contentPath(JsonNode messages, int place, String field) {
    JsonNode message = messages.path(place);
    String name =
        List.of("content", "value").stream().filter(message::has).findFirst().orElse("text");
    return field + "." + place + "." + name;
  }
}
