package io.mathscale.generator.replies.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of JSON that may hold all that was asked for: {@code {"response": "Question: …"}}, a
 * message of a chat, the answer of an interface.
 */
public final class JsonTexts {
  /** JSON with more texts is no wrapper around one. */
  private static final int MOST = 8;

  /** A shorter text, in characters, holds no two parts. */
  private static final int SHORTEST = 20;

  private JsonTexts() {}

  /** The texts in their order; none where there are many. */
  public static List<String> in(List<FoundJson> found) {
    List<String> texts = new ArrayList<>();
    found.forEach(piece -> collect(piece.value(), texts));
    return texts.size() > MOST
        ? List.of()
        : texts.stream().filter(text -> text.length() >= SHORTEST).toList();
  }

  private static void collect(JsonNode node, List<String> into) {
    if (node.isTextual() && into.size() <= MOST) {
      String text = node.asText().strip();
      boolean isJson = text.startsWith("{") || text.startsWith("[");
      into.add(isJson ? text : DoubleEscapes.undone(text));
    }

    node.forEach(inner -> collect(inner, into));
  }
}
